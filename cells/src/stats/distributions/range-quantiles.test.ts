// Against the quantile that is looked for by itself (studentized-range-scipy.test.ts holds that against scipy, to 1e-7).

import { expect, test } from "vitest";
import { rangeQuantiles } from "./range-quantiles.ts";
import { rangeQuantile } from "./studentized-range.ts";

test.each([
  [3, 0.05, 1e-9],
  [10, 0.05, 1e-9],
  [50, 0.001, 1e-7],
] as const)("of %s groups at %s the polynomial is the quantile", (k, upper, most) => {
  const at = rangeQuantiles(upper, k);
  for (const df of [0.7, 2, 2.01, 2.3, 4.7, 8.8, 17, 300, Number.POSITIVE_INFINITY])
    expect(Math.abs(at(df) / rangeQuantile(upper, k, df) - 1)).toBeLessThan(most);
  expect(at(0)).toBeNaN();
});
