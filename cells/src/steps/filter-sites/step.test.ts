// Sites by the frequency of the rarer allele and by missing genotypes, as plink1.9 --maf 0.2 --geno 0.25 keeps them (1.90b6.26).

import { expect, test } from "vitest";
import { type Assay, missingByte as n } from "../../artifacts/artifact.ts";
import { assayOf, featureIds } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
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

// p of 40 people: 10/20/10 has 1, 20/0/20 1.3e-12, 0/40/0 1.2e-11; of 20 controls 10/0/10 1.34e-6 (mid-p half of it), 0/20/0 8.9e-6 (5.1e-6).
const people = 40;
const each = (called: (at: number) => string | null): readonly (string | null)[] =>
  Array.from({ length: people }, (_, at) => called(at));
const equilibrium = (more: Partial<Assay> = {}): Assay => {
  const site = (one: number, het: number): readonly number[] =>
    Array.from({ length: people }, (_, at) => (at < one ? 0 : at < one + het ? 1 : 2));
  return assayOf({
    values: { layout: "bytes", data: Int8Array.from([site(10, 20), site(20, 0), site(0, 40), site(20, 0)].flat()) },
    features: tableOf(
      textColumn("site", ["good", "none", "all", "x"]),
      textColumn("chromosome", ["1", "1", "2", "X"], { semantic: "chromosome" }),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        each((at) => `s${at}`),
      ),
      textColumn(
        "group",
        each((at) => (at < 20 ? "a" : "b")),
      ),
      textColumn(
        "status",
        each((at) => (at % 2 === 0 ? "control" : at === 1 ? null : "case")),
      ),
      textColumn(
        "father",
        each(() => null),
      ),
    ),
    scale: "dosage",
    featureNoun: "site",
    ...more,
  });
};
const keptOf = async (assay: Assay, options: object) =>
  featureIds(
    (await runStep(
      stepSchema.parse({ verb: "filter-sites", frequency: 0, missing: 1, equilibrium: 1e-6, ...options }),
      assay,
      scope as unknown as StepScope,
    )) as Assay,
  );

test.each([
  ["all together; sites of X are not asked", {}, ["good", "x"]],
  // Within each group one genotype alone is there at "none".
  ["in each population", { within: "group", equilibrium: 1e-5 }, ["good", "none", "x"]],
  ["in controls: half as many", { controls: "status" }, ["good", "none", "all", "x"]],
  ["by mid-p", { controls: "status", test: "mid-p" }, ["good", "all", "x"]],
])("Hardy-Weinberg equilibrium: %s", async (_title, options, kept) => {
  expect(await keptOf(equilibrium(), options)).toEqual(kept);
});

test("nobody to test is refused, and so is a column that calls nobody a control", async () => {
  const ids = textColumn(
    "sample",
    each((at) => `s${at}`),
  );
  const none = {
    samples: tableOf(
      ids,
      textColumn(
        "g",
        each(() => null),
      ),
    ),
  };
  const refused = async (assay: Assay, options: object) =>
    keptOf(assay, options).then(
      () => "kept",
      (thrown: unknown) => (thrown instanceof FailureError ? thrown.failure : thrown),
    );
  expect(await refused(equilibrium(none), { within: "g" })).toMatchObject({ reason: "step-filter-sites.nobody" });
  expect(await refused(equilibrium(), { controls: "group" })).toMatchObject({
    reason: "step-filter-sites.no-controls",
    params: { column: "group", values: ["a", "b"] },
  });
  expect(await refused(equilibrium(), { within: "grop" })).toMatchObject({ reason: "transform.column-near" });
});
