// Rules of what a program wrote beside genotypes and sites, on calls by chance (testing/reference/genotypes/calls.py): numbers are those
// of bcftools 1.16 (stats -s -; query -i 'GT!="mis" & FMT/DP<8'; view -i 'QUAL<30'; view -f PASS,.).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../artifacts/artifact.ts";
import { featureIds } from "../artifacts/assay.ts";
import { FailureError } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { ListedRule } from "../contract/quality-rule.ts";
import type { StepScope } from "../contract/step.ts";
import { readFile } from "../files/read-file.ts";
import { runStep } from "../chains/run-step.ts";
import { listedRules } from "../quality-rules.ts";
import { stepSchema } from "../steps.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { askRule } from "./parts/ask-rule.ts";
import { qualityData } from "./parts/quality-data.ts";

const vcf = readFileSync(path.join(import.meta.dirname, "../testing/reference/genotypes/calls.vcf"), "utf8");

async function loaded(text = vcf, layers: readonly string[] = ["DP", "GQ"]): Promise<Assay> {
  const { content } = await readFile(bytesAsSource(new TextEncoder().encode(text)), "calls.vcf", { layers });
  if (content.shape !== "whole" || content.artifact.type !== "assay") throw new Error("a matrix was expected");
  return content.artifact;
}

async function judged(name: string, assay: Assay, settings: object = {}) {
  const listed = listedRules.find(({ rule }) => rule.name === name) as ListedRule;
  const answer = await askRule(
    listed,
    qualityData(assay, { sex: null, group: null, batch: null }),
    listed.rule.settings.parse(settings),
  );
  const short = (key: string): string => key.replace(/^quality-[\w-]+\./, "");
  if ("lacks" in answer) return { lacks: short(answer.lacks.key) };
  return {
    measures: new Map(answer.measures.map(({ name: of, values }) => [of, [...values]])),
    verdicts: answer.verdicts.map(({ level, samples, says }) => `${level} ${samples.join()} ${short(says.key)}`),
    steps: answer.verdicts.map(({ step }) => step),
    notes: (answer.notes ?? []).map(({ key, params }) => ({ key: short(key), ...params })),
  };
}

async function kept(assay: Assay, step: JsonObject) {
  const scope: Partial<StepScope> = {
    index: 0,
    valueOf: (field) => field as never,
    say: () => undefined,
    signal: new AbortController().signal,
  };
  try {
    return featureIds((await runStep(stepSchema.parse(step), assay, scope as StepScope)) as Assay).length;
  } catch (thrown) {
    if (thrown instanceof FailureError) return thrown.failure.reason;
    throw thrown;
  }
}

test("mean depth is that of bcftools stats, and shallow genotypes those of its filter", async () => {
  const { measures, verdicts, notes } = await judged("call-depth", await loaded());
  const means = [29.8, 30.9, 29.8, 29.6, 6.1, 30.2, 30.1, 29.9, 29.4, 3.1, 29.9, 29.9, 30.2, 30.6, 29.0, 30.3];
  expect(measures?.get("mean_depth")?.map((value) => Number(value.toFixed(1)))).toEqual(means);
  expect(measures?.get("shallow_share")?.map((share) => Number(share.toFixed(6)))).toEqual(
    means.map((_, at) => Number((at === 4 ? 140 / 193 : at === 9 ? 181 / 182 : 0).toFixed(6))),
  );
  expect(verdicts).toEqual(["warn 4 low", "fail 9 low"]);
  expect(notes).toMatchObject([{ key: "all", n: 321, least: 8 }]);
  expect((await judged("call-depth", await loaded(), { warn: 1, fail: 1 })).verdicts).toEqual(["warn 4 uneven", "warn 9 uneven"]);
});

test("qualities of genotypes are those of bcftools' filter", async () => {
  const { measures, verdicts } = await judged("call-quality", await loaded());
  expect(measures?.get("low_quality_share")?.[4]).toBeCloseTo(88 / 196, 12);
  expect(measures?.get("low_quality_share")?.[9]).toBeCloseTo(166 / 183, 12);
  expect(verdicts).toEqual(["fail 4 low", "fail 9 low"]);
});

test("qualities and filters of sites, and the step that drops them, are those of bcftools view", async () => {
  const assay = await loaded();
  const { verdicts, steps, notes } = await judged("site-quality", assay);
  expect(verdicts).toEqual(["warn  low", "warn  filtered"]);
  expect(notes).toMatchObject([
    { key: "quantiles", n: 196, low: 15, median: 104.25 },
    { key: "filters", n: 5, all: 200 },
  ]);
  expect(await kept(assay, steps?.[0] ?? {})).toBe(185);
  expect(await kept(assay, steps?.[1] ?? {})).toBe(195);
  expect(await kept(assay, { verb: "filter-sites", frequency: 0, missing: 1, quality: 30, passed: true })).toBe(180);
});

test("het over hom, and transitions over transversions by the assay that was chosen", async () => {
  const assay = await loaded();
  const { measures } = await judged("heterozygosity", assay);
  expect(measures?.get("het_hom_ratio")?.[0]).toBeCloseTo(75 / 63, 12);
  expect(measures?.get("het_hom_ratio")?.[9]).toBeCloseTo(1, 12);
  const small = { sites: 100 };
  const any = await judged("transitions", assay, small);
  expect(any.notes).toMatchObject([{ key: "counted", ti: 159, tv: 41 }]);
  expect(any.verdicts).toEqual(["warn  neither"]);
  expect((await judged("transitions", assay, { ...small, assay: "genome" })).verdicts).toEqual(["warn  no-genome"]);
  expect((await judged("transitions", assay, { ...small, assay: "exome" })).verdicts).toEqual(["warn  no-exome"]);
  expect((await judged("transitions", assay, { ...small, assay: "array" })).verdicts).toEqual([]);
});

test("what was not loaded, or is not in the file, is said", async () => {
  const bare = await loaded(vcf, []);
  expect(await judged("call-depth", bare)).toEqual({ lacks: "no-layer" });
  expect(await judged("call-quality", bare)).toEqual({ lacks: "no-layer" });
  const [first, ...others] = bare.features.columns.filter(({ name }) => name !== "quality" && name !== "filter");
  if (!first) throw new Error("columns were expected");
  const without = { ...bare, features: { ...bare.features, columns: [first, ...others] } };
  expect(await judged("site-quality", without)).toEqual({ lacks: "nothing" });
  expect(await kept(without, { verb: "filter-sites", quality: 30 })).toBe("step-filter-sites.no-column");
  expect(await kept(without, { verb: "filter-sites", passed: true })).toBe("step-filter-sites.no-column");
});

test("depths that are missing everywhere, 0 or infinite break nothing", async () => {
  const assay = await loaded();
  for (const value of [Number.NaN, 0, Number.POSITIVE_INFINITY]) {
    const layers = [{ name: "DP", values: { layout: "dense", data: new Float32Array(200 * 16).fill(value) } } as const];
    const found = await judged("call-depth", { ...assay, layers });
    expect(value === 0 ? found.verdicts?.length : found).toEqual(value === 0 ? 16 : { lacks: "nothing" });
  }
});
