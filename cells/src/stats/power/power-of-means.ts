// The chance to find a difference of means at a threshold against both sides: of two groups with as many values each, of pairs, and of
// several groups (Cohen, Statistical Power Analysis, 1988, chapters 2 and 8). As R's power.t.test(strict = TRUE) and power.anova.test.

import { fisherF } from "../distributions/f.ts";
import { fMixture, noncentralTLower } from "../distributions/noncentral.ts";
import { studentT } from "../distributions/student-t.ts";

interface OfMeans {
  /** Of each group; pairs. */
  readonly n: number;
  readonly alpha: number;
}

/** `difference` of the means in standard deviations; of pairs the mean difference in those of differences. */
export function powerOfT({
  n,
  alpha,
  difference,
  paired,
}: OfMeans & { readonly difference: number; readonly paired: boolean }): number {
  const df = paired ? n - 1 : 2 * (n - 1);
  if (!(df > 0)) return Number.NaN;
  const delta = Math.sqrt(paired ? n : n / 2) * Math.abs(difference);
  const far = studentT.quantile({ upper: alpha / 2 }, df);
  return 1 - noncentralTLower(far, df, delta) + noncentralTLower(-far, df, delta);
}

/** `f`: the standard deviation of the means of groups in those within groups (Cohen's f). */
export function powerOfAnova({ n, alpha, groups, f }: OfMeans & { readonly groups: number; readonly f: number }): number {
  const [df1, df2] = [groups - 1, groups * (n - 1)];
  if (!(df1 > 0 && df2 > 0)) return Number.NaN;
  const far = fisherF.quantile({ upper: alpha }, df1, df2);
  return 1 - fMixture(far, df1, df2).lower(groups * n * f * f);
}
