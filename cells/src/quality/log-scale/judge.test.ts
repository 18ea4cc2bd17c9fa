// Whether values are logarithms or ask for one. Skewness by scipy.stats.skew, quantiles by numpy.

import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { message } from "../../messages/catalogue.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { expressionAssay, influenza } from "../../testing/reference-expression.ts";
import { qualityData } from "../parts/quality-data.ts";
import { judge } from "./judge.ts";
import { logScale } from "./rule.ts";

const told = (values: Float32Array, scale: Assay["scale"], samples: number, settings = {}) => {
  const features = values.length / samples;
  const assay = expressionAssay(
    {
      features: Array.from({ length: features }, (_, at) => `g${at}`),
      samples: Array.from({ length: samples }, (_, at) => `s${at}`),
      values,
      group: Array.from({ length: samples }, () => "a"),
    },
    scale,
  );
  const answer = judge.judge(qualityData(assay, { sex: null, group: null, batch: null }), logScale.settings.parse(settings));
  if ("lacks" in answer) return { lacks: answer.lacks.key };
  const [verdict] = answer.verdicts;
  return verdict ? { says: message(verdict.says.key, verdict.says.params, "en"), step: verdict.step ?? null } : "pass";
};

test("counts per million of GSE96870 ask for a logarithm, their logarithms do not, and counts are counts", () => {
  const { values, samples } = influenza();
  const sizes = samples.map((_, at) =>
    values.reduce((sum, value, place) => sum + (place % samples.length === at ? value : 0), 0),
  );
  const cpm = values.map((value, at) => (value / (sizes[at % samples.length] ?? 1)) * 1e6);
  expect(told(values, "counts", samples.length)).toEqual({ lacks: "quality-log-scale.counts" });
  expect(told(values, "unknown", samples.length)).toEqual({ lacks: "quality-log-scale.counts" });
  for (const scale of ["cpm", "unknown"] as const)
    expect(told(cpm, scale, samples.length)).toEqual({
      says: "The values reach 347.1 (99 %) and are skewed by 13.26; more than 2. A logarithm is suggested",
      step: { verb: "log" },
    });
  const logged = cpm.map((value) => Math.log2(value + 1));
  for (const scale of ["log2-cpm", "log2", "unknown"] as const) expect(told(logged, scale, samples.length)).toBe("pass");
  expect(told(logged, "counts", samples.length)).toMatchObject({ says: expect.stringContaining("called counts and look like") });
  expect(told(cpm, "log2", samples.length)).toMatchObject({ says: expect.stringContaining("called logarithms and reach 347.1") });
  expect(told(cpm, "cpm", samples.length, { skew: 20 })).toBe("pass");
});

test("of nothing, of constants and of what is not finite nothing is suggested", () => {
  const of = (value: (at: number) => number, scale: Assay["scale"] = "unknown") =>
    told(
      Float32Array.from({ length: 40 }, (_, at) => value(at)),
      scale,
      4,
    );
  expect(of(() => Number.NaN)).toEqual({ lacks: "quality-log-scale.nothing" });
  expect(of(() => Number.POSITIVE_INFINITY)).toEqual({ lacks: "quality-log-scale.nothing" });
  expect(of(() => 5)).toBe("pass");
  expect(of(() => 5e30)).toEqual({ lacks: "quality-log-scale.counts" });
  expect(of(() => -5e30)).toBe("pass");
  expect(of((at) => (at === 3 ? 3e38 : 0.5))).toMatchObject({ step: { verb: "log" } });
  expect(of(() => 0, "counts")).toMatchObject({ lacks: "quality-log-scale.counts" });
  expect(told(Float32Array.of(1e5, 1, 2, 3), "unknown", 2)).toEqual({ lacks: "quality-log-scale.few-samples" });
  const random = seededRandom(4);
  expect(of(() => random() * 1000 - 500)).toBe("pass");
});
