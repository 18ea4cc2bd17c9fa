// Selecting quantiles gives what sorting gives: the same order statistics.

import { expect, test } from "vitest";
import { medianOf, quantileOfSorted, quantiles } from "./quantiles.ts";
import { seededRandom } from "./seeded-random.ts";

const sortedQuantile = (values: Float64Array, share: number): number => {
  const sorted = values.slice().sort();
  const at = (sorted.length - 1) * share;
  const a = sorted[Math.floor(at)] as number;
  const b = sorted[Math.min(Math.floor(at) + 1, sorted.length - 1)] as number;
  return a === b ? a : a + (b - a) * (at - Math.floor(at));
};

const shapes: { readonly [name: string]: (random: () => number, at: number) => number } = {
  "spread out": (random) => random() * 100 - 50,
  "many equal": (random) => Math.floor(random() * 4),
  ascending: (_, at) => at,
  descending: (_, at) => -at,
  "up and down": (_, at) => (at % 2 === 0 ? at : -at),
  constant: () => 7,
};

test.each(Object.keys(shapes))("quantiles without sorting are those of sorted values: %s", (shape) => {
  const random = seededRandom(2);
  for (const n of [1, 2, 3, 4, 5, 9, 10, 101, 5000]) {
    const values = Float64Array.from({ length: n }, (_, at) => shapes[shape]?.(random, at) ?? 0);
    const shares = [0, 0.25, 0.5, 0.75, 1];
    expect(quantiles(values.slice(), shares)).toEqual(shares.map((share) => sortedQuantile(values, share)));
  }
});

test("at a value's own place an infinite neighbour counts for nothing: R's quantile, type 7", () => {
  const values = [0, 0, Number.POSITIVE_INFINITY];
  expect(quantiles(Float64Array.from(values), [0, 0.5, 1])).toEqual([0, 0, Number.POSITIVE_INFINITY]);
  expect([0, 0.5, 1].map((share) => quantileOfSorted(values, share))).toEqual([0, 0, Number.POSITIVE_INFINITY]);
  expect(medianOf([Number.NEGATIVE_INFINITY, 1, 1])).toBe(1);
  expect(quantiles(Float64Array.of(0, Number.POSITIVE_INFINITY), [0.25])).toEqual([Number.POSITIVE_INFINITY]);
});
