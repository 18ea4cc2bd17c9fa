// Intervals of drawn studies hold the truth as often as metafor's on the same numbers (coverage.R). Of few studies that differ, random
// effects hold it too seldom whatever program counts: that is known of the method (Inthout et al. 2014), and said where there are fewer than
// five. Fixed effects of studies that are alike are exact.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { drawing, farFromUniform, within999 } from "../../testing/drawn.ts";
import { type MetaMethod, metaAnalysis } from "./meta-analysis.ts";

const ofR: { readonly [name: string]: number } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "coverage.json"), "utf8"),
);
const truth = 0.3;
const z = 1.959963984540054;

function drawn(seed: number, studies: number, tau2: number, method: MetaMethod, times: number) {
  const of = drawing(seed);
  return Array.from({ length: times }, () => {
    const [values, errors] = [new Float64Array(studies), new Float64Array(studies)];
    for (let study = 0; study < studies; study++) {
      const effect = truth + Math.sqrt(tau2) * of.normal();
      errors[study] = 0.2 + 0.3 * of.uniform();
      values[study] = effect + (errors[study] as number) * of.normal();
    }
    return { values, errors, answer: metaAnalysis(values, errors, method) ?? expect.fail("no answer") };
  });
}

test.each<readonly [string, number, number, number, MetaMethod, number]>([
  ["fixed of 4, alike", 601, 4, 0, "fixed", 1000],
  ["dersimonian-laird of 4", 602, 4, 0.15, "dersimonian-laird", 1000],
  ["reml of 4", 602, 4, 0.15, "reml", 1000],
  ["reml of 30", 603, 30, 0.15, "reml", 400],
])("%s: as often as metafor", (name, seed, studies, tau2, method, times) => {
  const held = drawn(seed, studies, tau2, method, times).filter(
    ({ answer: { estimate, error } }) => Math.abs(estimate - truth) <= z * error,
  ).length;
  // Where REML of R did not end, or an interval ends at the very truth, one set may fall on either side.
  expect(Math.abs(held - (ofR[name] as number))).toBeLessThanOrEqual(2);
  const [low, high] = within999(times, 0.95);
  if (studies > 4 || tau2 === 0) expect([held >= low, held <= high], `${held}`).toEqual([true, true]);
  else expect(held).toBeLessThan(low);
});

test("p of fixed effects is uniform where there is none, and of heterogeneity where studies are alike", () => {
  const found = drawn(604, 6, 0, "fixed", 2000);
  const none = found.map(({ values, errors }) => {
    const moved = values.map((value) => value - truth);
    return Math.exp(metaAnalysis(moved, errors, "fixed")?.logP ?? Number.NaN);
  });
  expect(farFromUniform(none)).toBeLessThan(1);
  expect(farFromUniform(found.map(({ answer }) => Math.exp(answer.qLogP)))).toBeLessThan(1);
});
