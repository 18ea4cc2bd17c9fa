// Content decides the digest, and nothing else does.

import { expect, test } from "vitest";
import type { Assay, Table } from "./artifact.ts";
import { decodeArtifact, encodeArtifact } from "./bytes-of-artifact.ts";
import { digestOfArtifact } from "./digest-of-artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "./table.ts";

const table = tableOf(
  textColumn("gene", ["Xist", "Ddx3y", null, "Xist"]),
  numberColumn("__proto__", [1.5, null, Number.NaN, -2]),
  integerColumn("число", [1, 2, null, 4]),
  booleanColumn("constructor", [true, null, false, true]),
);
const again = (artifact: Table | Assay) => {
  const back = decodeArtifact(encodeArtifact(artifact));
  if (!back.ok) throw new Error(JSON.stringify(back.error));
  return back.value;
};

test("bytes and back are the same content", () => {
  expect(digestOfArtifact(again(table))).toBe(digestOfArtifact(table));
});

test("K-4: a dictionary in another order, with unused entries, is the same content", () => {
  const gene = table.columns[0];
  if (gene?.type !== "text") throw new Error("gene is text");
  const turned = {
    ...gene,
    dictionary: ["unused", ...[...gene.dictionary].reverse()],
    codes: gene.codes.map((code) => gene.dictionary.length - code),
  };
  expect(digestOfArtifact({ ...table, columns: [turned, ...table.columns.slice(1)] })).toBe(digestOfArtifact(table));
});

test("what stands behind a missing value does not count", () => {
  const numbers = table.columns[1];
  if (numbers?.type !== "float64") throw new Error("numbers");
  const values = numbers.values.slice();
  values[1] = 99;
  expect(
    digestOfArtifact({ ...table, columns: [table.columns[0] as never, { ...numbers, values }, ...table.columns.slice(2)] }),
  ).toBe(digestOfArtifact(table));
});

test("a column of all-present validity equals one without validity", () => {
  const plain = tableOf(numberColumn("x", [1, 2]));
  const flagged = { ...plain, columns: [{ ...(plain.columns[0] as object), valid: Uint8Array.of(1, 1) } as never] };
  expect(digestOfArtifact(flagged)).toBe(digestOfArtifact(plain));
});

test.each([
  ["a row order", tableOf(textColumn("gene", ["Ddx3y", "Xist", null, "Xist"]), ...table.columns.slice(1))],
  [
    "a name",
    { ...table, columns: [{ ...(table.columns[0] as never as object), name: "genes" } as never, ...table.columns.slice(1)] },
  ],
  ["a missing value", { ...table, columns: [textColumn("gene", ["Xist", "Ddx3y", "", "Xist"]), ...table.columns.slice(1)] }],
  [
    "where one text ends and the next begins",
    { ...table, columns: [textColumn("gene", ["Xis", "tDdx3y", null, "Xist"]), ...table.columns.slice(1)] },
  ],
] as const)("%s changes the digest", (_title, other) => {
  expect(digestOfArtifact(other as Table)).not.toBe(digestOfArtifact(table));
});

test("empty tables, zero rows and 20,000 columns have digests and come back", () => {
  const wide = tableOf(...Array.from({ length: 20_000 }, (_, at) => integerColumn(`g${at}`, [at, at + 1])));
  for (const each of [tableOf(), tableOf(textColumn("gene", [])), wide])
    expect(digestOfArtifact(again(each))).toBe(digestOfArtifact(each));
});

test("a matrix keeps its numbers, and NaN is one NaN", () => {
  const assay: Assay = {
    type: "assay",
    featureCount: 2,
    sampleCount: 2,
    values: { layout: "dense", data: Float32Array.of(1, Number.NaN, -0, 4) },
    features: tableOf(textColumn("gene", ["a", "b"])),
    samples: tableOf(textColumn("sample", ["s1", "s2"])),
    scale: "counts",
    featureNoun: "gene",
  };
  const bits = new Float32Array(Uint32Array.of(0x3f800000, 0x7fc00001, 0, 0x40800000).buffer);
  expect(digestOfArtifact({ ...assay, values: { layout: "dense", data: bits } })).toBe(digestOfArtifact(again(assay)));
});

test("anything else than an artifact's bytes is refused", () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(64), encodeArtifact(table).subarray(0, 200)]) {
    expect(decodeArtifact(bytes).ok).toBe(false);
  }
});
