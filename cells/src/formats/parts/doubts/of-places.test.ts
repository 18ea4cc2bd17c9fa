// What is doubtful in places, with the step that mends it; and that the step does.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../../artifacts/artifact.ts";
import { columnOf, textsOf } from "../../../artifacts/table.ts";
import type { StepScope } from "../../../contract/step.ts";
import { runStep } from "../../../chains/run-step.ts";
import { stepSchema } from "../../../steps.ts";
import { loadText } from "../../../testing/load-text.ts";
import { noChain } from "../../../testing/no-chain.ts";

const scope: StepScope = {
  index: 0,
  valueOf: (field) => field,
  input: () => {
    throw new Error("nothing is read");
  },
  say: () => undefined,
  frozen: noChain,
  file: noChain,
  signal: new AbortController().signal,
};

const bed = "chr1\t10\t20\ta\nchr1\t30\t40\tb\n1\t50\t60\tc\nchr2\t5\t9\td\nchr1\t30\t40\tb\n";

test("chromosomes of two styles and rows that stand twice are said, and a step below mends each", async () => {
  const { out, findings } = await loadText("peaks.bed", bed);
  const told = findings.filter(({ step }) => step);
  expect(told.map(({ rule, step }) => [rule, step])).toEqual([
    ["chromosomes-mixed", { verb: "rename-chromosomes", to: "chr" }],
    ["rows-twice", { verb: "distinct" }],
  ]);
  expect(told[0]?.message.params).toMatchObject({ column: "chromosome", one: "chr1", other: "1", count: 1, line: "3" });
  expect(told[1]?.message.params).toMatchObject({ count: 1, line: "5", other: "2" });
  let table = out as Table;
  for (const { step } of told) table = (await runStep(stepSchema.parse({ id: "s", ...step }), table, scope)) as Table;
  const chromosome = columnOf(table, "chromosome");
  expect(chromosome && textsOf(chromosome)).toEqual(["chr1", "chr1", "chr1", "chr2"]);
});

test("nothing is said of places of one style, of rows that differ in a missing value, of groups without a name", async () => {
  for (const [name, text] of [
    ["a.bed", "chr1\t10\t20\nchr1\t10\t21\nchrUn_1\t1\t2\n"],
    ["b.bed", "1\t10\t20\t.\t0\t+\n1\t10\t20\t.\t0\t-\n"],
    ["c.csv", "group,dose\na,1\na,1\nb,2\n"],
  ] as const) {
    const { findings } = await loadText(name, text);
    expect(findings.filter(({ step }) => step)).toEqual([]);
  }
});

test("a row of a sheet that stands twice is said, too", async () => {
  const { findings } = await loadText("sheet.csv", "sample,dose\nS1,1\nS2,2\nS2,2\n");
  expect(findings.map(({ rule, step }) => [rule, step])).toContainEqual(["rows-twice", { verb: "distinct" }]);
});

test("sites of a matrix are sorted with their genotypes, and their chromosomes renamed", async () => {
  const head = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ta\tb\n";
  const line = (chromosome: string, position: number, a: string, b: string): string =>
    `${chromosome}\t${position}\t.\tA\tC\t.\tPASS\t.\tGT\t${a}\t${b}\n`;
  const vcf = head + line("chr10", 9, "0/1", "1/1") + line("2", 7, "0/0", "0/1") + line("chr2", 3, "1/1", "0/0");
  const { out, findings } = await loadText("x.vcf", vcf);
  const rename = findings.find(({ rule }) => rule === "chromosomes-mixed")?.step;
  expect(rename).toEqual({ verb: "rename-chromosomes", to: "chr" });
  let assay = out as Assay;
  for (const step of [rename, { verb: "sort", by: [{ column: "chromosome" }, { column: "position" }] }])
    assay = (await runStep(stepSchema.parse({ id: "s", ...step }), assay, scope)) as Assay;
  const [site, chromosome] = ["site", "chromosome"].map((name) => columnOf(assay.features, name));
  expect(chromosome && textsOf(chromosome)).toEqual(["chr2", "chr2", "chr10"]);
  expect(site && textsOf(site)).toEqual(["chr2:3:A:C", "2:7:A:C", "chr10:9:A:C"]);
  expect([...assay.values.data]).toEqual([2, 0, 0, 1, 1, 2]);
});
