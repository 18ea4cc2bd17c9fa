// Two files of mates become one table of pairs; what keeps them from being pairs is said with both names.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { MessageKey } from "../../base/failure.ts";
import { checkFile } from "../../files/check-file.ts";
import { inspectFile } from "../../files/inspect.ts";
import { eachSheet } from "../../files/inspection.ts";
import { readFile } from "../../files/read-file.ts";
import { message } from "../../messages/catalogue.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { zipOf } from "../../testing/reference-matrices.ts";

const reads = (names: readonly string[], bases = "ACGTACGTAC"): string =>
  names.map((name) => `@${name}\n${bases}\n+\n#IIIIIIIFF\n`).join("");
const cells = (table: Table, name: string) => {
  const column = columnOf(table, name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};
const pair = (first: readonly string[], second: readonly string[], more: { readonly [name: string]: string } = {}) =>
  zipOf({ "S1_R1.fastq": reads(first), "S1_R2.fastq": reads(second, "TTTTTTTTTG"), ...more });

test.each([
  ["Illumina 1.8", ["a 1:N:0:AC", "b 1:N:0:AC"], ["a 2:N:0:AC", "b 2:N:0:AC"]],
  ["before it", ["a/1", "b/1"], ["a/2", "b/2"]],
  ["nothing says the mate", ["a", "b length=10"], ["a", "b length=10"]],
])("a row a pair, mates beside each other: %s", async (_title, first, second) => {
  const { out, failure } = await loadText("S1.zip", pair(first, second));
  expect(failure).toBeNull();
  const table = out as Table;
  expect(table.columns.map(({ name }) => name)).toEqual([
    "id",
    ...["sequence", "quality", "length", "mean_quality", "alphabet", "description"].flatMap((name) => [`${name}_1`, `${name}_2`]),
  ]);
  expect([cells(table, "id"), cells(table, "sequence_1"), cells(table, "sequence_2")]).toEqual([
    ["a", "b"],
    ["ACGTACGTAC", "ACGTACGTAC"],
    ["TTTTTTTTTG", "TTTTTTTTTG"],
  ]);
  expect(columnOf(table, "sequence_2")).toMatchObject({ semantic: "sequence" });
  expect(columnOf(table, "quality_2")).toMatchObject({ semantic: "quality", unit: "Phred+33" });
  const found = await inspectFile(bytesAsSource(pair(first, second)), "S1.zip");
  expect(found).toMatchObject({ format: "fastq", artifact: "table", shape: [2, 13] });
  expect(found.issues).toMatchObject([{ rule: "pairs", severity: "note", message: { params: { pairs: 2, lanes: 1 } } }]);
});

test("lanes follow each other in order, and are paired one by one", async () => {
  const lane = (number: number, mate: number, names: readonly string[]) => ({
    [`S1_S1_L00${number}_R${mate}_001.fastq.gz`]: gzipSync(reads(names.map((name) => `${name}/${mate}`))),
  });
  const zip = zipOf({
    ...lane(2, 1, ["c"]),
    ...lane(1, 1, ["a", "b"]),
    ...lane(2, 2, ["c"]),
    ...lane(1, 2, ["a", "b"]),
    "md5.txt.md5": "x",
  });
  const { content, issues } = await readFile(bytesAsSource(zip), "run.zip");
  expect(content.shape === "whole" && cells(content.artifact as Table, "id")).toEqual(["a", "b", "c"]);
  expect(issues.map(({ rule }) => rule)).toEqual(["pairs", "files-left"]);
  const without = zipOf({ ...lane(1, 1, ["a", "b"]), ...lane(1, 2, ["a", "b"]), ...lane(2, 1, ["c"]) });
  expect((await loadText("run.zip", without)).failure).toMatchObject({
    reason: "sequences.mate-missing",
    params: { name: "S1_S1_L002_R1_001.fastq.gz", lane: "L002_001" },
  });
});

test("what reads are like is told of the first mates and of the second, and of all of them", async () => {
  const zip = zipOf({ "S1_R1.fastq": reads(["a/1", "b/1"]), "S1_R2.fastq": "@a/2\nACG\n+\n555\n@b/2\nACGT\n+\n5555\n" });
  const { quality } = await readFile(bytesAsSource(zip), "S1.zip");
  const body = readQualityReport.schema.parse(quality);
  const seen = [body, ...(body.mates ?? [])].map((of) => [of.reads, of.bases, of.positions.map(({ median }) => median)]);
  expect(seen).toEqual([
    [4, 27, [2, 20, 20, 20, 40, 40, 40, 40, 37, 37]],
    [2, 20, [2, 40, 40, 40, 40, 40, 40, 40, 37, 37]],
    [2, 7, [20, 20, 20, 20]],
  ]);
  // The one longer read of the second mates stands alone.
  const told = readQualityReport.discloses(body)?.behind;
  expect(told?.of === "groups" && Math.min(...told.sizes)).toBe(1);
  const alone = (await readFile(bytesAsSource(zip), "S1.zip", { sheet: "S1_R1.fastq" })).quality;
  expect(alone).toEqual(JSON.parse(JSON.stringify(body.mates?.[0])));
});

describe("no pair", () => {
  test.each([
    [
      "another read",
      ["a/1", "b/1", "c/1"],
      ["a/2", "c/2", "d/2"],
      { reason: "sequences.pair-differs", params: { pair: 2, first: "b", second: "c", line: 5, otherLine: 5 } },
      ["fastq-pair-name", "S1_R1.fastq", 5],
    ],
    [
      "the first mate twice",
      ["a/1", "b/1"],
      ["a/1", "b/1"],
      { reason: "sequences.pair-mate", params: { name: "S1_R2.fastq", line: 1, read: "a", found: 1, expected: 2 } },
      ["fastq-pair-mate", "S1_R2.fastq", 1],
    ],
    [
      "a read without its mate at the end",
      ["a/1", "b/1"],
      ["a/2"],
      { reason: "sequences.pair-count", params: { name: "S1_R2.fastq", pairs: 1, other: "S1_R1.fastq", read: "b", line: 5 } },
      ["fastq-pair-count", "S1_R2.fastq", null],
    ],
  ])("%s is refused with both names, and each file can be read by itself", async (_title, first, second, failure, finding) => {
    const zip = pair(first, second);
    const refused = (await loadText("S1.zip", zip)).failure;
    expect(refused).toMatchObject(failure);
    const fixes = refused?.fix ? [refused.fix, ...(refused.otherFixes ?? [])] : [];
    expect(fixes).toEqual(["S1_R1.fastq", "S1_R2.fastq"].map((value) => ({ path: ["sheet"], value })));
    for (const { value } of fixes) {
      const { out } = await loadText("S1.zip", zip, { sheet: String(value) });
      expect(columnOf(out as Table, "mean_quality")).not.toBeNull();
    }
    const { issues } = await inspectFile(bytesAsSource(zip), "S1.zip");
    expect(issues.map(({ fix }) => fix?.value)).toEqual(["S1_R1.fastq", "S1_R2.fastq"]);
    const { findings } = await checkFile(bytesAsSource(zip), "S1.zip");
    expect(findings.map(({ rule, part, line }) => [rule, part, line])).toEqual([finding]);
  });
});

test.each([
  [["a", "b", "c", "d", "e"], ["a"], "4 reads of S1_R1.fastq have no mate, the first of them b, c, d."],
  [["a", "b"], ["a", "b", "c"], "1 read of S1_R2.fastq has no mate: c."],
  [["a", "x", "b"], ["a", "b", "y"], "1 read of S1_R1.fastq has no mate: x. 1 read of S1_R2.fastq has no mate: y."],
  [["a", "b", "c"], ["c", "a", "b"], "Each read has its mate, in another order."],
])("which reads have no mate is said, whatever their order: %j beside %j", async (first, second, said) => {
  const { failure } = await loadText("S1.zip", pair(first, second));
  const text = message(failure?.reason as MessageKey, failure?.params ?? {}, "en");
  expect(text).toContain(`. ${said} `);
});

test("two samples in one folder are two lines of its card; what only counts is no pair", async () => {
  const two = zipOf({
    "in/A_R1.fq": reads(["a/1"]),
    "in/A_R2.fq": reads(["a/2"]),
    "in/B_R1.fq": reads(["b/1"]),
    "in/B_R2.fq": reads(["b/2"]),
    "in/sheet.csv": "sample,sex\nA,f\nB,m\n",
  });
  const found = await inspectFile(bytesAsSource(two), "in.zip");
  expect(eachSheet(found).map(({ sheet, format, shape }) => [sheet, format, shape])).toEqual([
    ["in/A", "fastq", [1, 13]],
    ["in/B", "fastq", [1, 13]],
    ["in/sheet.csv", "csv", [2, 2]],
  ]);
  expect(cells((await loadText("in.zip", two, { sheet: "in/B" })).out as Table, "id")).toEqual(["b"]);
  expect(cells((await loadText("in.zip", two, { sheet: "in/B_R2.fq" })).out as Table, "id")).toEqual(["b/2"]);
  const counted = zipOf({ "s_1.fastq": reads(["x 1:N:0:A"]), "s_2.fastq": reads(["y 1:N:0:A"]) });
  expect(eachSheet(await inspectFile(bytesAsSource(counted), "s.zip")).map(({ sheet }) => sheet)).toEqual([
    "s_1.fastq",
    "s_2.fastq",
  ]);
});

test("the first pairs alone, where so many are set; a look at the beginning says that it is one", async () => {
  const names = Array.from({ length: 2000 }, (_, at) => `r${at}`);
  const zip = pair(
    names.map((name) => `${name}/1`),
    names.map((name) => `${name}/2`),
  );
  const { out } = await loadText("S1.zip", zip, { records: 3 });
  expect(cells(out as Table, "id")).toEqual(["r0", "r1", "r2"]);
  const { content, whole, issues } = await readFile(bytesAsSource(zip), "S1.zip", { bytesWanted: 20_000 });
  expect([content.shape, whole, issues[0]?.message.key]).toEqual(["whole", expect.any(Boolean), expect.stringMatching(/pairs/)]);
});

const hasSeqkit = (() => {
  try {
    execFileSync("seqkit", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasSeqkit)("what the refusal advises brings mates in step again: as many pairs as seqkit finds", async () => {
  const names = Array.from({ length: 300 }, (_, at) => `read${at}`);
  const lost = (mate: number, each: number) => names.filter((_, at) => at % each !== 0).map((name) => `${name}/${mate}`);
  const [first, second] = [lost(1, 7), lost(2, 5)];
  const refused = (await loadText("S1.zip", pair(first, second))).failure;
  const [command = ""] =
    /seqkit pair [^,]*(?=, or)/.exec(message(refused?.reason as MessageKey, refused?.params ?? {}, "en")) ?? [];
  const folder = mkdtempSync(path.join(tmpdir(), "gc-pairs-"));
  try {
    writeFileSync(path.join(folder, "S1_R1.fastq"), reads(first));
    writeFileSync(path.join(folder, "S1_R2.fastq"), reads(second, "TTTTTTTTTG"));
    execFileSync("sh", ["-c", `${command} -O out`], { cwd: folder, stdio: "ignore" });
    const paired = (name: string) => readFileSync(path.join(folder, "out", name));
    const { out } = await loadText(
      "S1.zip",
      zipOf({ "S1_R1.fastq": paired("S1_R1.fastq"), "S1_R2.fastq": paired("S1_R2.fastq") }),
    );
    expect(cells(out as Table, "id")).toEqual(names.filter((_, at) => at % 7 !== 0 && at % 5 !== 0));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
