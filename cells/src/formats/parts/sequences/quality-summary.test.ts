// The quality summary says of reads what FastQC 0.11.9 says of them (fixtures/reads), and the same whatever pieces it comes in.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readQualityReport } from "../../../reports/read-quality/report.ts";
import { guessQualities } from "./qualities.ts";
import { qualityReport } from "./quality-report.ts";
import { qualitySummary, type QualitySummary } from "./quality-summary.ts";

const folder = path.resolve(import.meta.dirname, "../../../../../fixtures/reads");
const fastq = new Uint8Array(readFileSync(path.join(folder, "simulated.fastq")));
const fastqc = readFileSync(path.join(folder, "simulated_fastqc_data.txt"), "utf8");

/** Rows of a module of FastQC's data: what stands first, and the numbers. */
function moduleOf(name: string): readonly (readonly number[])[] {
  const [, found = ""] = fastqc.split(`>>${name}`);
  const [rows = ""] = found.split(">>END_MODULE");
  return rows
    .split("\n")
    .slice(1)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t").map(Number));
}
async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const reportOf = (summary: QualitySummary) => {
  const { encoding, other } = guessQualities(summary.least, summary.most);
  return readQualityReport.schema.parse(qualityReport(summary, encoding, other !== null));
};
const filled = (rows: readonly (readonly number[])[]) => rows.filter(([, count]) => count !== 0);

test("positions, mean qualities, bases, N and lengths are FastQC's", async () => {
  const body = reportOf(await qualitySummary(pieces(fastq, 4096)));
  expect([body.reads, body.encoding, body.isGuessed]).toEqual([150, "Sanger (Illumina 1.8)", false]);
  const shown = body.positions.map(({ from, mean, median, q1, q3, p10, p90 }) => [from, mean, median, q1, q3, p10, p90]);
  const expected = moduleOf("Per base sequence quality");
  expect(expected.length).toBe(50);
  expect(shown.map((row) => row.map((value) => value.toFixed(9)))).toEqual(
    expected.map((row) => row.map((value) => value.toFixed(9))),
  );
  expect(body.meanQualities.map(({ quality, reads }) => [quality, reads])).toEqual(
    filled(moduleOf("Per sequence quality scores")),
  );
  for (const [at, [position, g, a, t, c] = []] of moduleOf("Per base sequence content").entries()) {
    const { from, content } = body.positions[at] ?? expect.fail("a position is missing");
    const known = (content.a + content.c + content.g + content.t) / 100;
    expect(from).toBe(position);
    for (const [value, theirs] of [
      [content.g, g],
      [content.a, a],
      [content.t, t],
      [content.c, c],
    ] as const)
      expect(value / known).toBeCloseTo(theirs as number, 9);
  }
  expect(body.positions.map(({ content }) => (content.n * 100).toFixed(9))).toEqual(
    moduleOf("Per base N content").map(([, share = 0]) => share.toFixed(9)),
  );
  expect(body.lengths.map(({ from, to, reads }) => [from, to, reads])).toEqual(
    filled(moduleOf("Sequence Length Distribution")).map(([length, count]) => [length, length, count]),
  );
});

test("shares of G and C are those that Biopython counts", async () => {
  const { gc } = reportOf(await qualitySummary(pieces(fastq, 4096)));
  expect(gc.map(({ percent, reads }) => [percent, reads])).toEqual([
    [23, 1],
    [32, 1],
    [33, 1],
    [34, 3],
    [36, 1],
    [40, 9],
    [41, 1],
    [42, 10],
    [43, 1],
    [44, 10],
    [45, 1],
    [46, 14],
    [47, 1],
    [48, 14],
    [50, 26],
    [52, 15],
    [54, 12],
    [55, 1],
    [56, 11],
    [58, 4],
    [60, 6],
    [62, 6],
    [66, 1],
  ]);
});

test("it is the same in pieces of any size", async () => {
  const whole = await qualitySummary(pieces(fastq, fastq.length));
  for (const size of [1, 7, 1024]) expect(await qualitySummary(pieces(fastq, size))).toEqual(whole);
});

test("far positions of long reads stand together, and no base is lost", async () => {
  const long = 25_000;
  const read = `@long\n${"ACGT".repeat(long / 4)}\n+\n${"5".repeat(long)}\n`;
  const summary = await qualitySummary(pieces(utf8(`${read}@short\nAC\n+\n55\n`), 1000));
  const body = reportOf(summary);
  expect([body.bases, body.positions.reduce((sum, { bases }) => sum + bases, 0)]).toEqual([25_002, 25_002]);
  expect(body.positions.length).toBeLessThan(1100);
  expect(body.positions.slice(998, 1002).map(({ from, to }) => [from, to])).toEqual([
    [999, 999],
    [1000, 1000],
    [1001, 1060],
    [1061, 1124],
  ]);
  const last = body.positions.at(-1);
  expect([last && last.from <= long, last && last.to >= long]).toEqual([true, true]);
  expect(body.lengths.map(({ reads }) => reads)).toEqual([1, 1]);
});

test("what is no letter of a base or a quality is refused with its line, in the second of two lines, too", async () => {
  const refused = (text: string) => qualitySummary(pieces(utf8(text), 64));
  await expect(refused("@r\nACGT\n+\nIIII\n@r\nAC1T\n+\nIIII\n")).rejects.toThrow('sequences.letter {"line":6,"found":"1"}');
  await expect(refused("@r\nACGT\nAA\n+\nIIII\nI\u0007\n")).rejects.toThrow('sequences.quality-letter {"line":6,"found":"<07>"}');
  await expect(refused("@r\nACGT\n+\nIII\n")).rejects.toThrow("sequences.fastq-quality-short");
  await expect(refused("\n\n")).rejects.toThrow("load.empty");
});

test("a read that stands alone keeps the report closed to whoever sees results only", async () => {
  const body = reportOf(await qualitySummary(pieces(utf8("@a\nAC\n+\n55\n@b\nA\n+\n5\n"), 64)));
  expect(readQualityReport.discloses(body)?.behind).toMatchObject({ of: "groups", sizes: expect.arrayContaining([1]) });
});
