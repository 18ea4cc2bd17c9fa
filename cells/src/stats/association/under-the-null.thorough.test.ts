// Drawn genotypes that a trait does not go with: p of each model is uniform. Where relatives share genes and trait, linear regression finds
// too much, and the mixed model does not. Bounds are those of chance alone, passed by one of a thousand.

import { expect, test } from "vitest";
import { type Drawing, drawing, farFromUniform, shareBelow, within999 } from "../../testing/drawn.ts";
import type { GenotypeRows, VariantFit } from "./genotype-rows.ts";
import { kinshipSum, kinshipWithout } from "./kinship-matrix.ts";
import { linearScan } from "./linear-scan.ts";
import { logisticScan } from "./logistic-scan.ts";
import { mixedScan } from "./mixed-scan.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

const empty = (): VariantFit => ({ n: 0, beta: 0, error: 0, statistic: 0, logP: 0 });

/** Copies of unrelated individuals at a place of that frequency. */
const copies = (of: Drawing, samples: number, frequency: number): Float64Array =>
  Float64Array.from({ length: samples }, () => Number(of.uniform() < frequency) + Number(of.uniform() < frequency));

function expectUniform(p: readonly number[]): void {
  expect(farFromUniform(p)).toBeLessThan(1);
  for (const alpha of [0.01, 0.05, 0.2]) {
    const [low, high] = within999(p.length, alpha);
    const n = shareBelow(p, alpha);
    expect([n >= low, n <= high], `${n} of ${p.length} at ${alpha}`).toEqual([true, true]);
  }
}

test("linear and logistic regression, beside a covariate that goes with the trait", () => {
  const of = drawing(701);
  const samples = 400;
  const ones = new Float64Array(samples).fill(1);
  const age = Float64Array.from({ length: samples }, of.normal);
  const trait = age.map((value) => 0.5 * value + of.normal());
  const cases = Uint8Array.from(age, (value) => Number(of.uniform() < 1 / (1 + Math.exp(-0.5 * value))));
  const linear = linearScan(trait, [ones, age]);
  const logistic = logisticScan(cases, [ones, age], "where-separated");
  const [numbers, odds]: [number[], number[]] = [[], []];
  const [into, oddsInto] = [empty(), { ...empty(), isFirth: false }];
  for (let variant = 0; variant < 1500; variant++) {
    const values = copies(of, samples, 0.1 + 0.4 * of.uniform());
    logistic.fit(values.slice(), 0, oddsInto);
    odds.push(Math.exp(oddsInto.logP));
    linear.fit(values, 0, into);
    numbers.push(Math.exp(into.logP));
  }
  expectUniform(numbers);
  expectUniform(odds);
});

/** Families of four with two parents: each child has one copy of each; the trait goes with what families share. */
function families(of: Drawing, count: number, variants: number) {
  const samples = count * 4;
  const rows = Array.from({ length: variants }, () => {
    const frequency = 0.15 + 0.35 * of.uniform();
    const row = new Float64Array(samples);
    for (let family = 0; family < count; family++) {
      const parents = Array.from({ length: 4 }, () => Number(of.uniform() < frequency));
      for (let child = 0; child < 4; child++)
        row[family * 4 + child] =
          (parents[of.uniform() < 0.5 ? 0 : 1] as number) + (parents[of.uniform() < 0.5 ? 2 : 3] as number);
    }
    return row;
  });
  return { samples, rows };
}

test("the mixed model among relatives, where linear regression finds too much", async () => {
  const of = drawing(702);
  const { samples, rows } = families(of, 50, 1400);
  // The trait is made of 400 variants of small effect; kinship is told by these and 400 others, p is asked of the last 600.
  const trait = new Float64Array(samples);
  for (const row of rows.slice(0, 400)) {
    const effect = of.normal();
    row.forEach((value, at) => (trait[at] = (trait[at] as number) + effect * value));
  }
  const mean = trait.reduce((sum, value) => sum + value, 0) / samples;
  const deviation = Math.sqrt(trait.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples);
  trait.forEach((value, at) => (trait[at] = (value - mean) / deviation + 0.5 * of.normal()));
  const told: GenotypeRows = {
    variants: rows.length,
    samples,
    read: (variant, into) => {
      into.set(rows[variant] as Float64Array);
      return 0;
    },
  };
  const all = await kinshipSum(told, [...Array(800).keys()], () => null);
  const eigen = await symmetricEigen(kinshipWithout(all, null, samples), samples, async () => {});
  const ones = new Float64Array(samples).fill(1);
  const mixed = mixedScan(trait, [ones], eigen);
  const linear = linearScan(trait, [ones]);
  const [into, mixedInto] = [empty(), { ...empty(), lambda: 0 }];
  const [plain, own]: [number[], number[]] = [[], []];
  for (const row of rows.slice(800)) {
    mixed.fit(row.slice(), 0, mixedInto);
    own.push(Math.exp(mixedInto.logP));
    linear.fit(row.slice(), 0, into);
    plain.push(Math.exp(into.logP));
  }
  expectUniform(own);
  expect(shareBelow(plain, 0.05)).toBeGreaterThan(within999(plain.length, 0.05)[1]);
});
