// Overlaps are those that bedtools finds, on places of every kind.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Artifact, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, integerColumn, isMissing, tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { loadText } from "../../testing/load-text.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { stepSchema } from "../../steps.ts";
import { noChain } from "../../testing/no-chain.ts";

const said: string[] = [];
const other = { ref: "cell_other" as CellId };
async function run(here: Table, there: Table, options: JsonObject, verb = "overlap"): Promise<Table> {
  said.length = 0;
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => field as never,
    input: () => there as Artifact,
    say: ({ key }) => void said.push(key),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  return (await runStep(
    stepSchema.parse({ verb, ...options, ...(verb === "rename-chromosomes" ? {} : { with: other }) }),
    here,
    scope,
  )) as Table;
}
const refusal = (here: Table, there: Table, options: JsonObject = {}, verb = "overlap") =>
  run(here, there, options, verb).then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

const hasBedtools = spawnSync("bedtools", ["--version"]).status === 0;
const folder = mkdtempSync(path.join(tmpdir(), "overlap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines of BED: nested, touching and equal places, some without length, on both strands and on none. */
function placesOf(seed: number, count: number, longest: number): string {
  const random = seededRandom(seed);
  const lines = Array.from({ length: count }, (_, at) => {
    const start = Math.floor(random() * 3000);
    const length = random() < 0.05 ? 0 : Math.floor(random() * longest) + 1;
    const strand = "+-."[Math.floor(random() * 3)] ?? ".";
    return `chr${1 + Math.floor(random() * 3)}\t${start}\t${start + length}\tp${at}\t0\t${strand}`;
  });
  return `${lines.join("\n")}\n`;
}
const tableOfBed = async (text: string): Promise<Table> => (await loadText("x.bed", text)).out as Table;

function linesOf(table: Table): string[] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => (isMissing(column, row) ? "." : cellString(column, row))).join("\t"),
  );
}

describe.skipIf(!hasBedtools)("against bedtools intersect", () => {
  const bedtools = (a: string, b: string, ...options: readonly string[]): string[] => {
    const files = [path.join(folder, "a.bed"), path.join(folder, "b.bed")] as const;
    writeFileSync(files[0], a);
    writeFileSync(files[1], b);
    const out = execFileSync("bedtools", ["intersect", "-a", files[0], "-b", files[1], ...options], { maxBuffer: 1 << 28 });
    return out
      .toString()
      .split("\n")
      .filter((line) => line !== "");
  };
  test.each([
    [1, 400, 300, 200, 40],
    [2, 1000, 15, 1000, 15],
    [3, 60, 2500, 900, 3],
    [4, 900, 2, 60, 2500],
  ])("places of seed %i", async (seed, countA, longestA, countB, longestB) => {
    const [a, b] = [placesOf(seed, countA, longestA), placesOf(seed + 100, countB, longestB)];
    const [here, there] = [await tableOfBed(a), await tableOfBed(b)];
    const cases: readonly (readonly [JsonObject, readonly string[]])[] = [
      [{ how: "overlapping" }, ["-u"]],
      [{ how: "not-overlapping" }, ["-v"]],
      [{ how: "pairs" }, ["-wa", "-wb"]],
      [{ how: "count" }, ["-c"]],
      [{ how: "count", strand: "same" }, ["-c", "-s"]],
      [{ how: "pairs", strand: "opposite" }, ["-wa", "-wb", "-S"]],
    ];
    for (const [options, flags] of cases) {
      const expected = bedtools(a, b, ...flags);
      const found = linesOf(await run(here, there, options));
      // Partners of a row come in the order of their file here, in that of its index there.
      expect(options["how"] === "pairs" ? found.sort() : found, JSON.stringify(options)).toEqual(
        options["how"] === "pairs" ? expected.sort() : expected,
      );
      expect(found.length).toBeGreaterThan(0);
    }
  });
  test("a GFF from 1 and a BED from 0 overlap as bedtools has them", async () => {
    const gff =
      "##gff-version 3\nchr1\t.\tgene\t11\t20\t.\t+\t.\tID=a\nchr1\t.\tgene\t21\t30\t.\t+\t.\tID=b\nchr2\t.\tgene\t1\t1\t.\t+\t.\tID=c\n";
    const bed = "chr1\t20\t21\nchr2\t0\t1\nchr2\t1\t2\n";
    writeFileSync(path.join(folder, "a.gff"), gff);
    writeFileSync(path.join(folder, "b.bed"), bed);
    const out = execFileSync("bedtools", ["intersect", "-a", path.join(folder, "a.gff"), "-b", path.join(folder, "b.bed"), "-c"]);
    const expected = out
      .toString()
      .trim()
      .split("\n")
      .map((line) => Number(line.split("\t").at(-1)));
    const here = (await loadText("a.gff", gff)).out as Table;
    const counted = await run(here, await tableOfBed(bed), { how: "count" });
    expect(columnOf(counted, "overlaps")).toMatchObject({ values: Int32Array.from(expected) });
    expect(expected).toEqual([0, 1, 1]);
  });
});

const places = (build: string | null, ...rows: readonly (readonly [string | null, number, number])[]): Table =>
  tableOf(
    textColumn(
      "chromosome",
      rows.map(([name]) => name),
      { semantic: "chromosome", ...(build === null ? {} : { build }) },
    ),
    integerColumn(
      "start",
      rows.map(([, start]) => start),
      { semantic: "start", origin: 0 },
    ),
    integerColumn(
      "end",
      rows.map(([, , end]) => end),
      { semantic: "end" },
    ),
  );

test("touching places do not overlap; at least so many bases are shared", async () => {
  const here = places(null, ["chr1", 0, 10], ["chr1", 10, 20], ["chr1", 5, 12]);
  const there = places(null, ["chr1", 10, 14]);
  expect((await run(here, there, { how: "count" })).columns.at(-1)).toMatchObject({ values: Int32Array.of(0, 1, 1) });
  expect((await run(here, there, { how: "count", least: 3 })).columns.at(-1)).toMatchObject({ values: Int32Array.of(0, 1, 0) });
});

test("rows without a partner are kept with nothing beside them where all are to be annotated", async () => {
  const here = places(null, ["chr1", 0, 10], [null, 0, 1], ["chr1", 50, 60]);
  const there = places(null, ["chr1", 5, 14], ["chr1", 9, 10]);
  const found = await run(here, there, { how: "annotate" });
  expect(found.columns.map(({ name }) => name)).toEqual(["chromosome", "start", "end", "chromosome_2", "start_2", "end_2"]);
  expect(linesOf(found)).toEqual([
    "chr1\t0\t10\tchr1\t5\t14",
    "chr1\t0\t10\tchr1\t9\t10",
    ".\t0\t1\t.\t.\t.",
    "chr1\t50\t60\t.\t.\t.",
  ]);
  expect(said).toEqual(["place-sides.without-place"]);
});

test("places of two builds, and chromosomes called in two ways, are refused with what to do", async () => {
  const one = places("GRCh37", ["chr1", 0, 10]);
  expect(await refusal(one, places("GRCh38", ["chr1", 0, 10]))).toMatchObject({ reason: "transform.builds-differ" });
  expect(await refusal(one, places("hg19", ["chr1", 0, 10]))).toBe(null);
  expect(await refusal(one, places(null, ["1", 0, 10]))).toMatchObject({
    reason: "transform.names-differ",
    params: { here: "chr1", there: "1" },
    fix: { path: ["steps", 0, "chromosomes"], value: "alike" },
  });
  expect((await run(one, places(null, ["1", 0, 10]), { chromosomes: "alike" })).rowCount).toBe(1);
  const renamed = await run(places("GRCh37", ["1", 0, 10], ["MT", 1, 2], ["GL0001", 1, 2]), one, {}, "rename-chromosomes");
  expect(columnOf(renamed, "chromosome")).toMatchObject({
    dictionary: ["chr1", "chrM", "GL0001"],
    build: "GRCh37",
    semantic: "chromosome",
  });
  expect((await run(one, renamed, {})).rowCount).toBe(1);
});

test("so is a join by chromosomes", async () => {
  const on = [{ left: "chromosome", right: "chromosome" }];
  const one = places("GRCh37", ["chr1", 0, 10]);
  expect(await refusal(one, places("GRCh38", ["chr1", 0, 10]), { on }, "join")).toMatchObject({
    reason: "transform.builds-differ",
  });
  expect(await refusal(one, places(null, ["1", 0, 10]), { on }, "join")).toMatchObject({ reason: "transform.names-differ" });
  expect(await refusal(one, places("GRCh37", ["chr1", 5, 10]), { on }, "join")).toBe(null);
});

// bedtools 2.30.0 intersect -c: of the VCF with the BED, of the BED with the VCF, and of the BED with the alignments (bamtobed).
describe("what begins at a position reaches as far as its reference allele, its END, or its alignment", () => {
  const vcf = [
    "##fileformat=VCFv4.2",
    '##INFO=<ID=END,Number=1,Type=Integer,Description="x">',
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
    "1\t100\td1\tACGTACGTAC\tA\t.\t.\t.",
    "1\t200\td2\tA\t<DEL>\t.\t.\tEND=400",
    "1\t300\tins\tA\tAGGGG\t.\t.\t.",
    "1\t500\tsnv\tA\tG\t.\t.\t.",
  ].join("\n");
  const bed = "1\t104\t106\n1\t299\t300\n1\t350\t351\n1\t400\t401\n1\t499\t500\n1\t500\t501\n";
  const counts = async (here: Table, there: Table) => {
    const column = columnOf(await run(here, there, { how: "count" }), "overlaps");
    return column?.type === "int32" ? [...column.values] : null;
  };

  test("variants", async () => {
    const sites = (await loadText("x.vcf", `${vcf}\n`)).out as Table;
    const places = await tableOfBed(bed);
    expect(await counts(sites, places)).toEqual([1, 2, 1, 1]);
    expect(await counts(places, sites)).toEqual([1, 2, 1, 0, 1, 0]);
  });

  test("alignments", async () => {
    const sam = [
      "@SQ\tSN:1\tLN:1000",
      "a\t0\t1\t95\t60\t4S6M\t*\t0\t0\tACGTACGTAC\t*",
      "b\t0\t1\t95\t60\t5M2I5M\t*\t0\t0\tACGTACGTACGT\t*",
      "c\t0\t1\t300\t60\t5M100N5M\t*\t0\t0\tACGTACGTAC\t*",
      "d\t0\t1\t495\t60\t3M2D1=1X\t*\t0\t0\tACGTA\t*",
    ].join("\n");
    const reads = (await loadText("x.sam", `${sam}\n`)).out as Table;
    expect(await counts(await tableOfBed(bed), reads)).toEqual([0, 1, 1, 1, 1, 1]);
  });
});

test("a table with a header does not say how its starts count: that they are taken from 1 is said", async () => {
  const plain = (await loadText("x.tsv", "chrom\tstart\tend\tname\nchr1\t100\t200\ta\nchr1\t300\t400\tb\n")).out as Table;
  const found = await run(await tableOfBed("chr1\t99\t100\n"), plain, { how: "overlapping" });
  expect(found.rowCount).toBe(1);
  expect(said).toEqual(["place-sides.from-one"]);
});
