// Frequencies and Hardy-Weinberg equilibrium on the 1000 genomes: numbers are those of plink1.9 (1.90b6.26) on the same VCF, --freq,
// --hardy with and without midp of all and of each continent (--keep), --hwe --write-snplist and --indep-pairwise.

import { describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { featureIds } from "../../artifacts/assay.ts";
import { genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import type { QualityReport } from "../../reports/quality/report.ts";
import { genotypeCounts, hardyWeinberg } from "../../stats/hardy-weinberg.ts";
import { stepSchema } from "../../steps.ts";
import { hasReference } from "../../testing/reference-data.ts";
import { file, judged, people, quick, thousandGenomes } from "../../testing/genotypes-judged.ts";

const scope: Partial<StepScope> = {
  index: 0,
  valueOf: (field) => field as never,
  say: () => undefined,
  signal: new AbortController().signal,
};
const done = async (assay: Assay, step: JsonObject): Promise<Assay> =>
  (await runStep(stepSchema.parse(step), assay, scope as StepScope)) as Assay;
const keeps = async (assay: Assay, options: JsonObject): Promise<readonly string[]> =>
  featureIds(await done(assay, { verb: "filter-sites", ...options }));

const notesOf = (body: QualityReport, rule: string) => body.rules.find((one) => one.rule === rule)?.notes ?? [];
const verdictsOf = (body: QualityReport, rule: string) => body.verdicts.filter((one) => one.rule === rule);

describe.skipIf(!hasReference(file, people))("the 1000 genomes", { timeout: 120_000 }, async () => {
  const whole = (await thousandGenomes()) as Assay;

  test("p of each site is that of plink1.9 --hardy", () => {
    const calls = genotypeCalls(whole);
    const all = Array.from({ length: whole.sampleCount }, (_, at) => at);
    let [exact, mid] = [0, 0];
    for (let site = 0; site < whole.featureCount; site++) {
      const found = hardyWeinberg(...genotypeCounts(calls, whole.sampleCount, site, all));
      exact -= found.logP / Math.LN10;
      mid -= found.logMidP / Math.LN10;
    }
    expect(Math.abs(exact - 15_453)).toBeLessThan(0.6);
    expect(Math.abs(mid - 15_903.6)).toBeLessThan(0.6);
  });

  test("all together, which is said, populations make sites seem bad", async () => {
    const { body } = await judged(whole);
    expect(verdictsOf(body, "hardy-weinberg")).toMatchObject([
      {
        level: "warn",
        samples: [],
        says: { key: "quality-hardy-weinberg.far", params: { n: 204, all: 14_079, many: 1, few: 203 } },
      },
    ]);
    expect(notesOf(body, "hardy-weinberg").map(({ key }) => key)).toEqual([
      "quality-hardy-weinberg.pooled",
      "quality-hardy-weinberg.of-all",
    ]);
    const mid = await judged(whole, { ...quick, thresholds: { "hardy-weinberg": { test: "mid-p" } } });
    expect(verdictsOf(mid.body, "hardy-weinberg")[0]?.says.params).toMatchObject({ n: 214 });
  });

  test("in each population by itself, and the step keeps what plink keeps of each", async () => {
    const { body } = await judged(whole, { ...quick, group: "superpop", thresholds: { "hardy-weinberg": { p: 0.001 } } });
    const [verdict] = verdictsOf(body, "hardy-weinberg");
    expect(verdict?.says.params).toMatchObject({ n: 119, all: 14_079, many: 22, few: 105 });
    const [by, ...of] = notesOf(body, "hardy-weinberg");
    expect(by).toMatchObject({ key: "quality-hardy-weinberg.by", params: { column: "superpop" } });
    expect(
      new Map(of.map(({ params }) => [params["group"], [params["people"], params["tested"], params["many"], params["few"]]])),
    ).toEqual(
      new Map([
        ["EUR", [379, 14_038, 6, 42]],
        ["EAS", [286, 13_975, 7, 32]],
        ["AMR", [181, 14_056, 2, 20]],
        ["AFR", [246, 14_058, 7, 11]],
      ]),
    );
    const step = verdict?.step ?? {};
    expect(step).toEqual({ verb: "filter-sites", frequency: 0, missing: 1, equilibrium: 0.001, within: "superpop" });
    expect(await keeps(whole, step)).toHaveLength(13_960);
  });

  test("all together the step keeps what plink keeps", async () => {
    expect(await keeps(whole, { frequency: 0, missing: 1, equilibrium: 1e-6 })).toHaveLength(14_079 - 204);
    expect(await keeps(whole, { frequency: 0, missing: 1, equilibrium: 1e-6, test: "mid-p" })).toHaveLength(14_079 - 214);
  });

  test("of cases and controls the controls, in each population", async () => {
    const [ids, superpop] = whole.samples.columns;
    if (ids?.type !== "text" || superpop?.type !== "text") throw new Error("texts were expected");
    // Of Asia all are controls, of Africa none is.
    const status = textsOf(superpop).map((text) => (text === "EAS" ? "Control" : text === "AFR" ? "case" : null));
    const assay = { ...whole, samples: tableOf(ids, superpop, textColumn("status", status)) };
    const strict = { ...quick, thresholds: { "hardy-weinberg": { p: 0.001 } } };
    for (const group of ["status", "superpop"]) {
      const { body } = await judged(assay, { ...strict, group });
      const [verdict] = verdictsOf(body, "hardy-weinberg");
      expect(verdict?.says.params).toMatchObject({ n: 39, many: 7, few: 32 });
      expect(verdict?.step).toMatchObject({ controls: "status" });
      expect(await keeps(assay, verdict?.step ?? {})).toHaveLength(14_079 - 39);
    }
  });

  test("children are not asked, as in plink", async () => {
    const [ids, superpop] = whole.samples.columns;
    if (ids?.type !== "text" || superpop?.type !== "text") throw new Error("texts were expected");
    const father = textColumn(
      "father",
      textsOf(superpop).map((text) => (text === "AFR" ? null : "somebody")),
    );
    const { body } = await judged(
      { ...whole, samples: tableOf(ids, father) },
      { ...quick, thresholds: { "hardy-weinberg": { p: 0.001 } } },
    );
    expect(verdictsOf(body, "hardy-weinberg")[0]?.says.params).toMatchObject({ n: 18, many: 7, few: 11 });
    expect(notesOf(body, "hardy-weinberg").at(-1)).toMatchObject({ key: "quality-hardy-weinberg.children", params: { n: 846 } });
  });

  test("the spectrum is that of plink1.9 --freq, and sites without variance are told", async () => {
    const { body } = await judged(whole);
    expect(notesOf(body, "allele-frequencies")[0]?.params).toEqual({
      all: 14_079,
      same: 0,
      classes: [
        ...["0–0.001: 0", "0.001–0.01: 22", "0.01–0.05: 382", "0.05–0.1: 248", "0.1–0.2: 409", "0.2–0.3: 628", "0.3–0.4: 1237"],
        "0.4–0.5: 11153",
      ],
    });
    expect(verdictsOf(body, "allele-frequencies")).toEqual([]);
    const [ids, superpop] = whole.samples.columns;
    if (ids?.type !== "text" || superpop?.type !== "text") throw new Error("texts were expected");
    const asia = takeSamples(whole, Int32Array.from(textsOf(superpop).flatMap((text, at) => (text === "EAS" ? [at] : []))));
    const of = await judged(asia, { ...quick, thresholds: { "allele-frequencies": { same: 0.001 } } });
    expect(notesOf(of.body, "allele-frequencies")[0]?.params).toMatchObject({
      same: 104,
      classes: [
        "0–0.001: 0",
        "0.001–0.01: 59",
        "0.01–0.05: 246",
        "0.05–0.1: 282",
        "0.1–0.2: 485",
        "0.2–0.3: 1326",
        "0.3–0.4: 4218",
        "0.4–0.5: 7359",
      ],
    });
    const [verdict] = verdictsOf(of.body, "allele-frequencies");
    expect(verdict).toMatchObject({ level: "warn", says: { params: { n: 104, all: 14_079 } } });
    expect(await keeps(asia, verdict?.step ?? {})).toHaveLength(14_079 - 104);
  });

  test("linked sites are pruned as by plink1.9 --indep-pairwise 50 5", async () => {
    const places = new Map(featureIds(whole).map((id, at) => [id, at + 1]));
    for (const [most, kept, sum] of [
      [0.02, 11_010, 78_102_081],
      [0.05, 13_800, 97_289_706],
      [0.2, 14_079, (14_079 * 14_080) / 2],
    ] as const) {
      const ids = featureIds(await done(whole, { verb: "prune-ld", most }));
      expect(ids).toHaveLength(kept);
      expect(ids.reduce((all, id) => all + (places.get(id) as number), 0)).toBe(sum);
    }
  });
});
