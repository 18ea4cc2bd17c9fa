// Moments against exact sums (Python's fractions) and numpy's var of shifted numbers.

import { expect, test } from "vitest";
import { momentsOf } from "./moments.ts";

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
