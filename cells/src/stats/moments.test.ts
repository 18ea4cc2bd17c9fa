// Moments against exact sums (Python's fractions) and numpy's var of shifted numbers.

import { expect, test } from "vitest";
import { columnSummary } from "../artifacts/column-summary.ts";
import { numberColumn } from "../artifacts/table.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { Json } from "../base/json.ts";
import { meanAndDeviation, momentsOf } from "./moments.ts";
import { quantileOfSorted } from "./quantiles.ts";

const all = (...values: number[]) => momentsOf(values, { start: 0, stride: 1, count: values.length });

test.each([7, -1, 3.3, 0.1, 1e-7, 1e-300, 1e15, 123_456_789.123])("equal numbers, %d, have no spread at all", (value) => {
  for (const count of [1, 2, 3, 22, 569]) {
    const found = all(...new Array<number>(count).fill(value));
    expect([found.mean, found.squares, found.isConstant]).toEqual([value, 0, true]);
  }
});
test("a large offset costs no digits: NIST's NumAcc4, mean 10000000.2, sd 0.1", () => {
  // https://www.itl.nist.gov/div898/strd/univ/numacc4.html: 1001 numbers, n - 1 as divisor.
  const values = [10_000_000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 ? 10_000_000.3 : 10_000_000.1))];
  const found = all(...values);
  expect(Math.abs(found.mean - 10_000_000.2)).toBeLessThan(1e-8);
  expect(Math.abs(Math.sqrt(found.squares / 1000) - 0.1)).toBeLessThan(1e-8);
});
test("constant is relative: units of 1e-7 and of 1e-14 vary, what rounding leaves of 0.1 + 0.2 does not", () => {
  expect(all(1e-7, 2e-7, 4e-7).isConstant).toBe(false);
  expect(all(1e-14, 2e-14, 4e-14).isConstant).toBe(false);
  expect(all(0.3, 0.1 + 0.2, 0.3).isConstant).toBe(true);
  expect(all(3.3, 3.3, 5.1).isConstant).toBe(false);
});
test("a column of a row-major matrix is taken by its stride", () => {
  const found = momentsOf([1, 10, 2, 20, 3, 60], { start: 1, stride: 2, count: 3 });
  expect([found.mean, found.squares]).toEqual([30, 1400]);
});

// Python's decimal with 60 digits. R's sd answers Inf, Inf and 0 for the first, second and third.
test.each([
  [[1, 2.3e160, 3], 7.666666666666666e159, 1.3279056191361391e160],
  [[1e308, -1e308], 0, 1.4142135623730951e308],
  [[1e-200, 3e-200, 4e-200], 2.666666666666667e-200, 1.5275252316519466e-200],
  [[3, 4, 8], 5, 2.6457513110645907],
])("mean and deviation of numbers whose squares no double holds: %j", (values, mean, deviation) => {
  const found = meanAndDeviation(values);
  expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(Math.abs(deviation) * 1e-15);
  expect(found.deviation / deviation).toBeCloseTo(1, 14);
});
test("infinite numbers have no mean and no deviation", () => {
  expect(meanAndDeviation([1, Number.POSITIVE_INFINITY, 2]).deviation).toBeNaN();
});
test("the middle of numbers further apart than a double holds lies between them", () => {
  expect(quantileOfSorted([-1.7e308, 1.7e308], 0.5)).toBe(0);
  expect(quantileOfSorted([-1.7e308, 1.7e308], 0.75) / 0.85e308).toBeCloseTo(1, 14);
});
test("a column of numbers of any size has a summary that can be written", () => {
  for (const values of [
    [1, 2.3e160, 3],
    [1e308, -1e308],
    [-1.7976931348623157e308, 0, 1.7976931348623157e308],
    [5e-324, 1.5e-323, 0],
    [1e-310, 2e-310, 3e-310],
    [8.2e307, Number.POSITIVE_INFINITY, -8.2e307],
  ]) {
    const summary = columnSummary(numberColumn("a", values));
    expect(() => canonicalJson(summary as unknown as Json)).not.toThrow();
    const finite = values.filter(Number.isFinite).length;
    expect(summary.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(finite);
    expect(summary.histogram?.counts).toHaveLength(20);
  }
});
test("numbers whose squares are less than a double holds vary all the same", () => {
  expect(all(5e-324, 1.5e-323, 0).isConstant).toBe(false);
  expect(all(1e-200, 3e-200, 4e-200).isConstant).toBe(false);
  expect(all(1e-200, 1e-200, 1e-200).isConstant).toBe(true);
  // Python's decimal with 60 digits: the deviation with divisor n.
  expect(meanAndDeviation([1e-200, 3e-200, 4e-200], 0).deviation / 1.247219128924647e-200).toBeCloseTo(1, 14);
});
