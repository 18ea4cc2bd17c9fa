// Regressions of drawn outcomes: p values of a column that matters nothing are uniform, intervals of coefficients and of what is expected
// hold the truth as often as they say. Bounds are those of chance alone, passed by one of a thousand; where a method is right of many rows
// only (logistic, Poisson, intercepts of individuals by Satterthwaite), the sets are so large.

import { describe, expect, test } from "vitest";
import type { FittedRegression, RegressionData } from "../contract/regression-family.ts";
import { familySchema, loadFamilyWork } from "../regressions.ts";
import { normal } from "../stats/distributions/normal.ts";
import { studentT } from "../stats/distributions/student-t.ts";
import { type Drawing, drawing, farFromUniform, shareBelow, within999 } from "../testing/drawn.ts";

interface Drawn {
  readonly type: string;
  readonly rows: number;
  readonly times: number;
  /** Of each individual so many rows. */
  readonly each?: number;
  outcome(of: Drawing, predictor: number, individual: number): number;
}
const truth = [0.4, 0.5, 0] as const;

/** Intercept, a number that matters, one that does not and goes along with it. */
async function fits({ type, rows, times, each = 1, outcome }: Drawn, seed: number): Promise<readonly FittedRegression[]> {
  const options = familySchema.parse({ type });
  const work = await loadFamilyWork(options);
  const of = drawing(seed);
  const found: FittedRegression[] = [];
  for (let at = 0; at < times; at++) {
    const x = Float64Array.from({ length: rows }, of.normal);
    const z = x.map((value) => 0.5 * value + of.normal());
    const heights = Float64Array.from({ length: rows / each }, of.normal);
    const data: RegressionData = {
      columns: [new Float64Array(rows).fill(1), x, z],
      intercept: true,
      outcome: x.map((value, row) => outcome(of, truth[0] + truth[1] * value, heights[Math.floor(row / each)] as number)),
      offset: null,
      groups: each > 1 ? Int32Array.from({ length: rows }, (_, row) => Math.floor(row / each)) : null,
    };
    const fit = await work.fit(options, data);
    if (typeof fit !== "string" && !("separated" in fit)) found.push(fit);
  }
  return found;
}

/** Of a sum of coefficients. */
function asked({ coefficients, variance, df }: FittedRegression, weights: Float64Array) {
  const width = weights.length;
  let [value, square] = [0, 0];
  for (let a = 0; a < width; a++) {
    value += (weights[a] as number) * (coefficients[a] as number);
    for (let b = 0; b < width; b++)
      square += (weights[a] as number) * (weights[b] as number) * (variance[a * width + b] as number);
  }
  return { value, error: Math.sqrt(square), df: df(weights) };
}
const below = (t: number, df: number): number => (Number.isFinite(df) ? studentT.upper(t, df) : normal.upper(t));

const drawn: readonly (readonly [string, Drawn])[] = [
  ["linear", { type: "linear", rows: 12, times: 3000, outcome: (of, predictor) => predictor + of.normal() }],
  [
    "logistic of 300 rows",
    {
      type: "logistic",
      rows: 300,
      times: 1000,
      outcome: (of, predictor) => Number(of.uniform() < 1 / (1 + Math.exp(-predictor))),
    },
  ],
  [
    "Poisson of 150 rows",
    { type: "poisson", rows: 150, times: 1000, outcome: (of, predictor) => of.poisson(Math.exp(predictor)) },
  ],
  [
    "mixed, 20 individuals of 3 rows",
    { type: "mixed", rows: 60, each: 3, times: 500, outcome: (of, predictor, height) => predictor + height + of.normal() },
  ],
];

describe.each(drawn)("%s", (_, how) => {
  test("p values of what matters nothing are uniform; intervals of coefficients and of what is expected hold the truth", async () => {
    const found = await fits(how, 201);
    expect(found.length).toBeGreaterThan(how.times * 0.99);
    const p = found.map((fit) => {
      const { value, error, df } = asked(fit, Float64Array.of(0, 0, 1));
      return 2 * below(Math.abs(value / error), df);
    });
    expect(farFromUniform(p)).toBeLessThan(1);
    for (const alpha of [0.01, 0.05, 0.2]) {
      const [low, high] = within999(p.length, alpha);
      const n = shareBelow(p, alpha);
      expect([n >= low, n <= high], `${n} of ${p.length} at ${alpha}`).toEqual([true, true]);
    }
    const [low, high] = within999(found.length, 0.95);
    // A slope, and what is expected where x is 1 and z at 0: a marginal mean.
    for (const weights of [Float64Array.of(0, 1, 0), Float64Array.of(1, 1, 0)]) {
      const right = truth.reduce<number>((sum, value, at) => sum + value * (weights[at] as number), 0);
      const n = found.filter((fit) => {
        const { value, error, df } = asked(fit, weights);
        return 2 * below(Math.abs(value - right) / error, df) >= 0.05;
      }).length;
      expect([n >= low, n <= high], `${n} of ${found.length} hold ${right}`).toEqual([true, true]);
    }
  });
});
