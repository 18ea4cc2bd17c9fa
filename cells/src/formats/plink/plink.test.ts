// Data sets of PLINK hold what `plink1.9 --recode A` (1.90b6.26) says: copies of A1.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { readFile } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { setOf } from "../../testing/set-of.ts";
import { bedBySample, fam, pair, trio } from "./plink.fixture.ts";

async function assayOf(bytes: Uint8Array): Promise<Assay> {
  const { content } = await readFile(bytesAsSource(bytes), "kids.zip");
  if (content.shape !== "whole" || content.artifact.type !== "assay") throw new Error("no assay");
  return content.artifact;
}
const n = missingByte;
const rows = [2, 1, n, 0, 0, 0, 1, 1, 2, n, 0, 0, 0, 0, 0];

test("a .bed holds copies of A1, by site and by sample; a .ped the same", async () => {
  for (const bytes of [trio(), trio({ "study/kids.bed": bedBySample }), pair()]) {
    const { values, scale, featureNoun } = await assayOf(bytes);
    expect([values.layout, scale, featureNoun]).toEqual(["bytes", "dosage", "site"]);
    expect([...values.data]).toEqual(rows);
  }
});

test("sites and samples carry what the files tell of them", async () => {
  const assay = await assayOf(trio());
  expect(featureIds(assay)).toEqual(["1:100:G:A", "1:200:T:C", "X:300:T:."]);
  expect(sampleIds(assay)).toEqual(["mother", "father", "child", "alone", "other"]);
  const told = (name: string) => [0, 1, 2, 3, 4].map((row) => cellJson(columnOf(assay.samples, name) as never, row));
  expect(told("family")).toEqual(["F1", "F1", "F1", "F2", "F2"]);
  expect(told("father")).toEqual([null, null, "father", null, null]);
  expect(told("sex")).toEqual(["female", "male", null, "male", null]);
  expect(told("phenotype")).toEqual(["control", "case", null, "control", "case"]);
  const position = columnOf(assay.features, "position");
  expect([position?.semantic, position?.origin]).toEqual(["position", 1]);
});

test("samples of one name in two families are told apart by them, numbers of a phenotype stay numbers", async () => {
  const assay = await assayOf(trio({ "study/kids.fam": fam.replace("alone 0 0 1 1", "mother 0 0 1 1.5") }));
  expect(sampleIds(assay)).toEqual(["F1_mother", "F1_father", "F1_child", "F2_mother", "F2_other"]);
  const phenotype = columnOf(assay.samples, "phenotype");
  expect([0, 1, 2, 3, 4].map((row) => cellJson(phenotype as never, row))).toEqual([1, 2, null, 1.5, 2]);
});

test("a sample that stands twice in its family is told so, with no word of other families", async () => {
  const set = trio({ "study/kids.fam": fam.replace("father", "mother") });
  const { issues } = await readFile(bytesAsSource(set), "kids.zip");
  const rules = issues.map(({ rule }) => rule);
  expect(rules).toContain("sample-twice");
  expect(rules).not.toContain("samples-repeat");
  expect(sampleIds(await assayOf(set))).toEqual(["mother", "mother_2", "child", "alone", "other"]);
});

const zoo = ["bed", "bim", "fam"].map((ending) => `format_zoo/kg22.${ending}`);
test.skipIf(!hasReference(...zoo))("chromosome 22 of the 1000 genomes: what PLINK counts", async () => {
  const files = Object.fromEntries(zoo.map((name) => [name.slice("format_zoo/".length), readFileSync(referenceFile(name))]));
  const assay = await assayOf(setOf(files));
  expect(zoo.every((name) => existsSync(referenceFile(name)))).toBe(true);
  const data = assay.values.layout === "bytes" ? assay.values.data : new Int8Array(0);
  expect([assay.featureCount, assay.sampleCount]).toEqual([292, 1092]);
  expect(data.reduce((sum, value) => sum + Math.max(0, value), 0)).toBe(253148);
  expect(data.filter((value) => value === missingByte)).toHaveLength(0);
});
