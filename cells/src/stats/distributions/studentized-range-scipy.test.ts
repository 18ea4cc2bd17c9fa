// Against scipy (studentized-range-scipy.py wrote studentized-range-scipy.json), and of two means against Student's t.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { studentT } from "./student-t.ts";
import { rangeQuantile, rangeUpper } from "./studentized-range.ts";

type Row = readonly [of: number, k: number, df: number, answer: number];
const scipy = JSON.parse(readFileSync(new URL("studentized-range-scipy.json", import.meta.url), "utf8")) as {
  readonly tails: readonly Row[];
  readonly quantiles: readonly Row[];
};
/** JSON holds no infinity. */
const freedom = (df: number): number => (df === 0 ? Number.POSITIVE_INFINITY : df);

test.each(scipy.tails)("beyond %s of %s means with %s degrees of freedom", (q, k, df, expected) => {
  expect(Math.abs(rangeUpper(q, k, freedom(df)) - expected)).toBeLessThan(2e-9);
});
test.each(scipy.quantiles)("upper %s of %s means with %s degrees of freedom", (p, k, df, expected) => {
  expect(Math.abs(rangeQuantile(p, k, freedom(df)) / expected - 1)).toBeLessThan(1e-7);
});
test("of two means the range is the root of two times t, far out, too", () => {
  for (const df of [3, 20, 1000])
    for (const q of [0.5, 3, 12, 30]) {
      const exact = 2 * studentT.upper(q / Math.SQRT2, df);
      expect(Math.abs(rangeUpper(q, 2, df) / exact - 1)).toBeLessThan(1e-9);
    }
});
test("what is no range has no tail", () => {
  expect(rangeUpper(1, 1, 5)).toBeNaN();
  expect(rangeUpper(1, 3, 0)).toBeNaN();
  expect(rangeQuantile(0, 3, 5)).toBeNaN();
  expect(rangeUpper(0, 3, 5)).toBe(1);
  expect(rangeUpper(Number.POSITIVE_INFINITY, 3, 5)).toBe(0);
});
