// Fisher's F distribution.

import { chiSquared } from "./chi-squared.ts";
import { betaTails } from "./incomplete-beta.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { allLower, allUpper, distribution, mirrored, noTails, type Tails } from "./tails.ts";

function tails(f: number, df1: number, df2: number): Tails {
  if (Number.isNaN(f) || !(df1 > 0 && df2 > 0)) return noTails;
  if (f <= 0) return allUpper;
  if (f === Number.POSITIVE_INFINITY) return allLower;
  const [isFinite1, isFinite2] = [df1 < Number.POSITIVE_INFINITY, df2 < Number.POSITIVE_INFINITY];
  if (!isFinite1 && !isFinite2) return f < 1 ? allUpper : allLower;
  if (!isFinite2) return chiSquared.tails(f * df1, df1);
  if (!isFinite1) return mirrored(chiSquared.tails(df2 / f, df2));
  // The upper tail is I_x(df2 / 2, df1 / 2) at x = df2 / (df2 + df1 f) (Abramowitz and Stegun 26.6.2).
  const odds = (df1 / df2) * f;
  const [x, y] = odds === Number.POSITIVE_INFINITY ? [0, 1] : [1 / (1 + odds), odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds)];
  return mirrored(betaTails({ a: df2 / 2, b: df1 / 2, x, y, below: ((f - 1) * df1 * x) / 2 }));
}

/** R's pf and qf, central. */
export const fisherF = {
  ...distribution<[df1: number, df2: number]>(tails),
  quantile: (p: Probability, df1: number, df2: number): number => quantileOf(p, (f) => tails(f, df1, df2), { from: 0 }),
};
