// Every type of the list keeps the contract.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { allExamples } from "../testing/example-artifacts.ts";
import { describeArtifactType } from "../testing/describe-artifact-type.ts";
import { artifactCardNamed, artifactCards, artifactTypeNames, shownTypeNames } from "./artifact-cards.ts";
import { artifactTypeNamed, artifactTypes } from "./artifact-types.ts";
import { decodeArtifact, encodeArtifact } from "./bytes-of-artifact.ts";
import { numberColumn, tableOf, textColumn } from "./table.ts";

allExamples.forEach((artifact, at) => describeArtifactType(artifact, allExamples[(at + 1) % allExamples.length] ?? artifact));

test("the lists hold the same types, each under its own name", () => {
  expect(Object.keys(artifactTypes)).toEqual(artifactTypeNames);
  for (const type of artifactTypeNames) {
    expect(artifactTypes[type].card).toBe(artifactCards[type]);
    expect(artifactCards[type].type).toBe(type);
  }
  expect(shownTypeNames).toEqual(expect.arrayContaining(["table", "figure", "report", "value"]));
  for (const never of ["assay", "model"]) expect(shownTypeNames).not.toContain(never);
});

test("the folders are the list", () => {
  const folders = readdirSync(`${import.meta.dirname}/types`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...artifactTypeNames].sort());
});

test("names of the language are no types", () => {
  for (const name of ["constructor", "__proto__", "toString", ""]) {
    expect(artifactCardNamed(name)).toBeNull();
    expect(artifactTypeNamed(name)).toBeNull();
  }
});

/** The bytes of a table with another header. */
function withHead(bytes: Uint8Array, change: (table: { rowCount: number; columns: { values: unknown }[] }) => void): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as { table: never };
  change(head.table);
  const written = new TextEncoder().encode(JSON.stringify(head));
  const start = (size: number): number => (8 + size + 7) & ~7;
  const made = new Uint8Array(start(written.length) + bytes.length - start(length));
  made.set(bytes.subarray(0, 4));
  new DataView(made.buffer).setUint32(4, written.length, true);
  made.set(written, 8);
  made.set(bytes.subarray(start(length)), start(written.length));
  return made;
}

test("bytes that say more than they hold are refused before anybody walks them", () => {
  const bytes = encodeArtifact(tableOf(numberColumn("a", [1, 2, 3]), textColumn("b", ["x", "y", "x"])));
  expect(decodeArtifact(withHead(bytes, () => {})).ok).toBe(true);
  const lies: readonly Parameters<typeof withHead>[1][] = [
    (table) => void (table.rowCount = 1e15),
    (table) => void (table.rowCount = -1),
    // One run of numbers as many columns.
    (table) =>
      void table.columns.push(...Array.from({ length: 100 }, (_, n) => ({ ...table.columns[0], name: `c${n}` }) as never)),
    (table) => void (table.columns[0] = { ...table.columns[0], values: [0, 16] }),
    (table) => void (table.columns[0] = { ...table.columns[0], values: [-8, 24] }),
    (table) => void (table.columns[0] = { ...table.columns[0], type: "other" } as never),
  ];
  for (const lie of lies) expect([String(lie), decodeArtifact(withHead(bytes, lie)).ok]).toEqual([String(lie), false]);
});
