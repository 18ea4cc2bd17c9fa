// Mean and variance of the logarithm of an F statistic whose tails are drawn in to its quantiles: Phipson et al., Ann. Appl. Stat.
// 10:946-963, 2016, section 5. By 128 places of Gauss and Legendre over f / (1 + f).

import { chiSquared } from "../distributions/chi-squared.ts";
import { fisherF } from "../distributions/f.ts";
import { gaussLegendre } from "../gauss-legendre.ts";
import { logGamma } from "../log-gamma.ts";

/** Shares of either tail that are drawn in. */
export interface DrawnTails {
  readonly lower: number;
  readonly upper: number;
}

const places = gaussLegendre(128);

export function winsorisedMoments(
  df1: number,
  df2: number,
  { lower, upper }: DrawnTails,
): { readonly mean: number; readonly variance: number } {
  const isFinite = Number.isFinite(df2);
  const quantile = (p: { readonly lower: number } | { readonly upper: number }): number =>
    isFinite ? fisherF.quantile(p, df1, df2) : chiSquared.quantile(p, df1) / df1;
  const [low, high] = [quantile({ lower }), quantile({ upper })];
  const [from, to] = [low / (1 + low), high / (1 + high)];
  const density = isFinite ? densityOfF(df1, df2) : densityOfMean(df1);
  const weighed = places.map(({ at, weight }) => {
    const place = from + (to - from) * at;
    const f = place / (1 - place);
    return { z: Math.log(f), by: ((to - from) * weight * density(f)) / (1 - place) ** 2 };
  });
  const [zLow, zHigh] = [Math.log(low), Math.log(high)];
  const mean = weighed.reduce((sum, { z, by }) => sum + by * z, 0) + zLow * lower + zHigh * upper;
  const variance =
    weighed.reduce((sum, { z, by }) => sum + by * (z - mean) ** 2, 0) + (zLow - mean) ** 2 * lower + (zHigh - mean) ** 2 * upper;
  return { mean, variance };
}

function densityOfF(df1: number, df2: number): (f: number) => number {
  const [a, b] = [df1 / 2, df2 / 2];
  const constant = logRise(b, a) - logGamma(a) + a * Math.log(df1 / df2);
  return (f) => Math.exp(constant + (a - 1) * Math.log(f) - (a + b) * Math.log1p((df1 / df2) * f));
}

/** log Γ(b + a) - log Γ(b): of a large b their digits are the same (Abramowitz and Stegun 6.1.47). */
const logRise = (b: number, a: number): number =>
  b > 1e6 && a < 1e3
    ? a * Math.log(b) + (a * (a - 1)) / (2 * b) - (a * (a - 1) * (2 * a - 1)) / (12 * b * b)
    : logGamma(a + b) - logGamma(b);

/** Of a chi-squared value over its degrees of freedom. */
function densityOfMean(df: number): (f: number) => number {
  const a = df / 2;
  return (f) => Math.exp(a * Math.log(a) - logGamma(a) + (a - 1) * Math.log(f) - a * f);
}
