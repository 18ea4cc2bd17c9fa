// Whether means of groups differ whose variances may differ, too: Welch's analysis of variance (Biometrika 38:330-336, 1951; R's
// oneway.test as it is). NaN is a missing value.

import { type MeansTest, oneWayAnova, presentOf, tailOf } from "./one-way-anova.ts";

/** Null: fewer than two groups, one with fewer than two values, or one that does not vary. `equal`: of one spread, where it is known. */
export function welchAnova(groups: readonly ArrayLike<number>[], equal = oneWayAnova(groups)): MeansTest | null {
  const all = presentOf(groups);
  const k = all.length;
  if (k < 2 || all.some(({ values, isConstant }) => values.length < 2 || isConstant)) return null;
  const weights = all.map(({ values, squares }) => (values.length * (values.length - 1)) / squares);
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = all.reduce((total, one, at) => total + ((weights[at] as number) / sum) * one.mean, 0);
  const spread = all.reduce((total, { values }, at) => total + (1 - (weights[at] as number) / sum) ** 2 / (values.length - 1), 0);
  const off = spread / (k * k - 1);
  const between = all.reduce((total, one, at) => total + (weights[at] as number) * (one.mean - mean) ** 2, 0);
  const f = between / ((k - 1) * (1 + 2 * (k - 2) * off));
  return { ...tailOf(f, k - 1, 1 / (3 * off)), r2: equal?.r2 ?? Number.NaN };
}
