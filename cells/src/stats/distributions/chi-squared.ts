// The chi-squared distribution: gamma of half its degrees of freedom.

import { gammaTails } from "./incomplete-gamma.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { allLower, allUpper, distribution, noTails, type Tails } from "./tails.ts";

function tails(x: number, df: number): Tails {
  if (Number.isNaN(x) || !(df >= 0 && df < Number.POSITIVE_INFINITY)) return noTails;
  if (df === 0) return x < 0 ? allUpper : allLower;
  return gammaTails(df / 2, x / 2);
}

/** R's pchisq and qchisq, central. 0 degrees of freedom are all at 0. */
export const chiSquared = {
  ...distribution<[df: number]>(tails),
  quantile: (p: Probability, df: number): number => quantileOf(p, (x) => tails(x, df), { from: 0 }),
};
