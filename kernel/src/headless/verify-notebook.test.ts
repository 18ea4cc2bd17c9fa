// What `verify`, and a run that reuses, say of kept results or data that somebody changed: each alteration is noticed and
// named, and what was changed is neither shown nor exported.

import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Artifact, Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { decodeArtifact, encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { columnOf } from "@genomecraft/cells/artifacts/table.ts";
import { runProgram } from "../cli/program.ts";
import { openTerminal } from "../cli/terminal.ts";

let folder: string;
const at = (name: string): string => path.join(folder, name);
const rows = Array.from({ length: 40 }, (_, i) => [
  `s${i}`,
  i % 2 ? "case" : "control",
  (i * 37) % 11,
  (i * 53 + i * i) % 23,
  i % 2 ? i + 5 : i,
]);
const table = `sample,state,a,b,c\n${rows.map((row) => row.join(",")).join("\n")}\n`;
const counts = `gene,S1,S2,S3,S4\n${Array.from({ length: 300 }, (_, g) => `Gene${g},${[7, 11, 13, 17].map((k) => (g * k) % 101).join(",")}`).join("\n")}\n`;
const file = (name: string, text: string, isPinned = true): string =>
  isPinned
    ? `file: {path: ${name}, digest: ${createHash("sha256").update(text).digest("hex")}, name: ${name}, size: ${text.length}}`
    : `file: ${name}`;
const notebook = (isPinned: boolean): string => `---
format: 1
title: Kept
---

\`\`\`load data
${file("data.csv", table, isPinned)}
\`\`\`

\`\`\`query means
select avg(a) as mean_a, avg(c) as mean_c from data
\`\`\`

\`\`\`reduce pca
from: =data
\`\`\`

\`\`\`train model
from: =data
target: state
algorithm: {type: logistic, c: 1, standardise: true}
validation: {type: k-fold, folds: 4}
\`\`\`

\`\`\`load counts
${file("counts.csv", counts, isPinned)}
read: matrix
\`\`\`

\`\`\`transform logs
from: =counts
steps:
  - verb: log-cpm
\`\`\`
`;

async function genomecraft(...args: readonly string[]) {
  const lines = { out: "", said: "" };
  const exit = await runProgram(
    args,
    {
      ...openTerminal({ LANG: "C" }),
      out: (text) => void (lines.out += `${text}\n`),
      say: (text) => void (lines.said += `${text}\n`),
      progress: () => {},
    },
    "0.1.0",
  );
  return { exit, ...lines };
}
interface Verdict {
  readonly name: string;
  readonly verdict: string;
  readonly why?: string;
  readonly where?: string;
  readonly maxError?: number;
}
async function verified(): Promise<{
  exit: number;
  ok: boolean;
  first: string | null;
  of: (name: string) => Verdict | undefined;
}> {
  const { exit, out } = await genomecraft("verify", at("kept.gc.md"), "--json");
  const { ok, first, cells } = JSON.parse(out) as { ok: boolean; first: string | null; cells: Verdict[] };
  return { exit, ok, first, of: (name) => cells.find((cell) => cell.name === name) };
}

const artifactsAt = (): string => at(".genomecraft/artifacts");
const digestOf = async (cell: string, port: string): Promise<string> => {
  const { out } = await genomecraft("run", at("kept.gc.md"), "--json");
  const { cells } = JSON.parse(out) as { cells: { name: string; outputs: { [port: string]: { digest: string } } }[] };
  return cells.find(({ name }) => name === cell)?.outputs[port]?.digest ?? "";
};
/** Writes something else where an artifact is kept, under the name of its digest. */
async function alter(cell: string, port: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const digest = await digestOf(cell, port);
  const place = path.join(artifactsAt(), digest.slice(0, 2), digest);
  writeFileSync(place, change(readFileSync(place)));
}
const changed =
  (change: (artifact: Artifact) => Artifact) =>
  (bytes: Uint8Array): Uint8Array => {
    const decoded = decodeArtifact(bytes.slice());
    if (!decoded.ok) throw new Error(decoded.error.reason);
    return encodeArtifact(change(decoded.value));
  };
const inColumn = (name: string, change: (value: number, row: number) => number) =>
  changed((artifact) => {
    const { columns } = artifact as Table;
    const column = columnOf(artifact as Table, name);
    if (column?.type !== "float64") throw new Error(`${name} holds no numbers`);
    const other: Column = { ...column, values: column.values.map(change) };
    return { ...(artifact as Table), columns: columns.map((each) => (each === column ? other : each)) };
  });

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-verify-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  writeFileSync(at("data.csv"), table);
  writeFileSync(at("counts.csv"), counts);
  writeFileSync(at("kept.gc.md"), notebook(true));
  const { exit, out } = await genomecraft("run", at("kept.gc.md"));
  expect([exit, out.match(/failed|not done/)]).toEqual([0, null]);
}, 60_000);

describe("a kept result that was changed is different, and is neither shown nor exported", { timeout: 120_000 }, () => {
  test("a mean of a query becomes 99 (K-4a)", async () => {
    await alter(
      "means",
      "out",
      inColumn("mean_a", () => 99),
    );
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "means" });
    expect(found.of("means")).toMatchObject({ verdict: "different", why: "kept-altered", where: "out: mean_a [1]" });
    expect(found.of("pca")).toMatchObject({ verdict: "identical" });
    const { exit, out, said } = await genomecraft("run", at("kept.gc.md"), "--export", `means=${at("means.csv")}`);
    expect(said).toContain("means: the kept result was changed after it was made. It was not used; the cell was computed again.");
    expect(readFileSync(at("means.csv"), "utf8")).not.toContain("99");
    expect([exit, out.match(/means .*cached/)]).toEqual([0, null]);
    // What was made again is kept again.
    expect(await verified()).toMatchObject({ exit: 0, ok: true });
    expect((await genomecraft("run", at("kept.gc.md"))).said).not.toContain("changed");
  });
  test("a score of a component moves by 1e-4", async () => {
    await alter(
      "pca",
      "out",
      inColumn("PC1", (value, row) => (row === 3 ? value + 1e-4 : value)),
    );
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "pca" });
    expect(found.of("pca")).toMatchObject({ verdict: "different", why: "kept-altered", where: "out: PC1 [4]" });
    expect(found.of("pca")?.maxError).toBeCloseTo(1e-4, 9);
  });
  test("three hundred genes of a log-CPM matrix are raised by 3", async () => {
    const raise = changed((artifact) => {
      if (artifact.type !== "assay" || artifact.values.layout !== "dense") throw new Error("a matrix");
      return { ...artifact, values: { layout: "dense", data: artifact.values.data.map((value) => value + 3) } };
    });
    await alter("logs", "out", raise);
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "logs" });
    expect(found.of("logs")?.maxError).toBeCloseTo(3, 3);
    await genomecraft("run", at("kept.gc.md"), "--export", `logs=${at("logs.csv")}`);
    const largest = Math.max(
      ...readFileSync(at("logs.csv"), "utf8")
        .split("\n")
        .slice(1)
        .flatMap((line) => line.split(",").slice(1).map(Number)),
    );
    expect(largest).toBeLessThan(Math.log2(1e6));
  });
  test("the accuracy of a kept report becomes 1, in the artifact or in the list of results", async () => {
    const better = (text: string): string => text.replace(/"accuracy":[\d.]+/g, '"accuracy":0.123');
    await alter("model", "report", (bytes) => Buffer.from(better(Buffer.from(bytes).toString("latin1")), "latin1"));
    expect((await verified()).of("model")).toMatchObject({ verdict: "different", why: "kept-altered" });
    await genomecraft("run", at("kept.gc.md"));
    expect((await verified()).ok).toBe(true);
    for (const name of readdirSync(at(".genomecraft/results"))) {
      const place = at(`.genomecraft/results/${name}`);
      writeFileSync(place, better(readFileSync(place, "utf8")));
    }
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "model" });
    await genomecraft("run", at("kept.gc.md"), "--export", `model.report=${at("report.json")}`);
    expect(readFileSync(at("report.json"), "utf8")).not.toContain("0.123");
  });
  test("an artifact loses its last 5 bytes", async () => {
    await alter("data", "out", (bytes) => bytes.subarray(0, bytes.length - 5));
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "data" });
    expect(found.of("data")).toMatchObject({ verdict: "different", why: "kept-altered", where: "out" });
    // What reads it is judged by what it was made from, not by what is left of it.
    expect(found.of("means")).toMatchObject({ verdict: "identical" });
  });
  test("bytes that are no artifact any more take nothing down", async () => {
    await alter("pca", "out", (bytes) => bytes.map((byte, i) => (i > 8 && i < 60 ? byte ^ 0x5a : byte)));
    expect(await verified()).toMatchObject({ exit: 1, first: "pca" });
    expect((await genomecraft("run", at("kept.gc.md"))).exit).toBe(0);
  });
});

describe("data that were changed are different, and what is made of them", { timeout: 120_000 }, () => {
  const other = table.replace("s3,case,1,", "s3,case,9,");
  const expectChanged = async (): Promise<void> => {
    const found = await verified();
    expect(found).toMatchObject({ exit: 1, ok: false, first: "data" });
    expect(found.of("data")).toMatchObject({ verdict: "different", why: "data-changed", where: "data.csv" });
    for (const name of ["means", "pca", "model"])
      expect(found.of(name)).toMatchObject({ verdict: "different", why: "reads-changed", where: "data" });
    expect(found.of("logs")).toMatchObject({ verdict: "identical" });
    const said = await genomecraft("verify", at("kept.gc.md"));
    expect(said.out).toContain("DIFFERENT (data.csv was changed since)");
    expect(said.out).not.toContain("verified:");
  };
  test("a number in a file whose digest the notebook names", async () => {
    writeFileSync(at("data.csv"), other);
    await expectChanged();
  });
  test("the same with the size and the time of the old file", async () => {
    const { atime, mtime } = statSync(at("data.csv"));
    writeFileSync(at("data.csv"), other);
    utimesSync(at("data.csv"), atime, mtime);
    await expectChanged();
  });
  test("a number in a file that the notebook names by its path alone", async () => {
    writeFileSync(at("kept.gc.md"), notebook(false));
    expect((await genomecraft("run", at("kept.gc.md"))).exit).toBe(0);
    expect((await verified()).ok).toBe(true);
    writeFileSync(at("data.csv"), other);
    await expectChanged();
  });
});

test("a cell without a result is no verified one: the end says so, and the exit code is 1", { timeout: 120_000 }, async () => {
  writeFileSync(at("kept.gc.md"), `${notebook(true)}\n\`\`\`query rest\nselect count(*) as n from data\n\`\`\`\n`);
  const { exit, out } = await genomecraft("verify", at("kept.gc.md"));
  expect(out).toContain("6 results verified, but 1 cell has no result to compare");
  expect(exit).toBe(1);
});
