// Sites by the frequency of the rarer allele and by missing genotypes, as plink1.9 --maf 0.2 --geno 0.25 keeps them (1.90b6.26).

import { expect, test } from "vitest";
import { type Assay, missingByte as n } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { stepSchema } from "../../steps.ts";

const rows = [
  [0, 0, 0, 1],
  [0, 0, 1, 1],
  [2, 2, 2, 1],
  [2, 1, n, 1],
  [n, n, 1, 0],
  [2, 2, 2, 2],
];
const genotypes = assayOf({
  values: { layout: "bytes", data: Int8Array.from(rows.flat()) },
  features: tableOf(textColumn("site", ["rare", "half", "other", "hole", "holes", "same"])),
  samples: tableOf(textColumn("sample", ["a", "b", "c", "d"])),
  scale: "dosage",
  featureNoun: "site",
});
const scope = { index: 0, valueOf: (field: unknown) => field, say: () => undefined, signal: new AbortController().signal };

test.each([
  [{ frequency: 0.2, missing: 0.25 }, ["half", "hole"]],
  [{ frequency: 0.1, missing: 0 }, ["rare", "half", "other"]],
  [{ frequency: 0, missing: 1 }, ["rare", "half", "other", "hole", "holes", "same"]],
  [{}, ["rare", "half", "other"]],
])("%j", async (options, kept) => {
  const out = await runStep(stepSchema.parse({ verb: "filter-sites", ...options }), genotypes, scope as unknown as StepScope);
  expect(featureIds(out as Assay)).toEqual(kept);
});

// plink1.9 --vcf --update-sex (all men) --maf 0.2 on the Y of eight men: 8/8, 4/8, 7/8 and 3/7 copies of G.
const y = [
  [1, 1, 1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 0, 0, 0, 0],
  [0, 1, 1, 1, 1, 1, 1, 1],
  [1, 1, 0, 0, 1, n, 0, 0],
];
const ofMen = (copies: readonly (readonly number[])[]): Assay =>
  assayOf({
    values: { layout: "bytes", data: Int8Array.from(y.flat()) },
    layers: [{ name: "ploidy", values: { layout: "bytes", data: Int8Array.from(copies.flat()) } }],
    features: tableOf(textColumn("site", ["fix", "half", "rare", "more"])),
    samples: tableOf(textColumn("sample", [..."abcdefgh"])),
    scale: "dosage",
    featureNoun: "site",
  });

test("calls of one copy are counted as one", async () => {
  const kept = async (assay: Assay) =>
    featureIds(
      (await runStep(
        stepSchema.parse({ verb: "filter-sites", frequency: 0.2, missing: 0.5 }),
        assay,
        scope as unknown as StepScope,
      )) as Assay,
    );
  expect(await kept(ofMen(y.map((row) => row.map((value) => (value === n ? n : 1)))))).toEqual(["half", "more"]);
  expect(await kept(ofMen(y.map((row) => row.map((value) => (value === n ? n : 2)))))).toEqual(["fix", "half", "rare", "more"]);
});
