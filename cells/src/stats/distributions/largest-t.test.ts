// Beside mvtnorm's pmvt and qmvt (1 - pmvt(-t, t, corr, df), GenzBretz of 1e5 points); both are of points, so that the fifth digit is free.

import { expect, test } from "vitest";
import { largestT } from "./largest-t.ts";
import { studentT } from "./student-t.ts";

const shared = Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 1 : 0.5));
const roots = [12, 4, 7].map((n) => Math.sqrt(n / (n + 5)));
const uneven = Float64Array.from({ length: 9 }, (_, at) =>
  at % 4 === 0 ? 1 : (roots[Math.floor(at / 3)] as number) * (roots[at % 3] as number),
);

test.each([
  [shared, 20, [0.39281651, 0.06798682, 0.00252944], 2.650847],
  [uneven, 9, [0.34340319, 0.07819318, 0.00771351], 2.785332],
] as const)("tails and quantile %#", (correlation, df, tails, quantile) => {
  const found = largestT(correlation, df);
  [1.5, 2.5, 4].forEach((t, at) => expect(Math.abs(found.upper(t) - (tails[at] as number))).toBeLessThan(5e-5));
  expect(Math.abs(found.quantile(0.05) - quantile)).toBeLessThan(1e-3);
});

test("of one statistic it is Student's t, of far ones between that and Bonferroni's, and what follows from another adds nothing", () => {
  expect(largestT(Float64Array.of(1), 7).upper(2)).toBeCloseTo(2 * studentT.upper(2, 7), 12);
  const far = largestT(shared, 20).upper(12);
  expect(far).toBeGreaterThanOrEqual(2 * studentT.upper(12, 20));
  expect(far).toBeLessThanOrEqual(8 * studentT.upper(12, 20));
  const same = largestT(Float64Array.of(1, 1, 1, 1), Number.POSITIVE_INFINITY).upper(2);
  expect(Math.abs(same - 0.0455002639)).toBeLessThan(1e-4);
  expect(largestT(shared, 20).upper(Number.NaN)).toBeNaN();
});
