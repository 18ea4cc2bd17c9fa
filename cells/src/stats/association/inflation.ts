// How far test statistics as a whole are beyond what chance would make them (genomic control: Devlin & Roeder, Biometrics 55:997-1004,
// 1999): the median chi-squared of one degree of freedom that has each p, beside the median of that distribution.

import { normal } from "../distributions/normal.ts";
import { medianOf } from "../quantiles.ts";

/** The chi-squared of one degree of freedom whose upper tail it is. */
export const chiOfLogP = (logP: number): number => (logP >= 0 ? 0 : normal.quantile({ logUpper: logP - Math.LN2 }) ** 2);

/** qchisq(.5, 1) */
export const medianChi = 0.454936423119572;

/** Of natural logarithms of p; NaN are none. NaN of none. */
export function inflation(logP: Float64Array): number {
  const known = logP.filter((value) => value === value);
  if (known.length === 0) return Number.NaN;
  // A monotone function: the two that the median lies between are found first.
  const sorted = Float64Array.from(known).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1] as number, sorted[sorted.length >> 1] as number];
  return medianOf([chiOfLogP(low), chiOfLogP(high)]) / medianChi;
}
