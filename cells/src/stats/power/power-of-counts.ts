// The chance to find that a gene changes between two groups of RNA-seq samples, at a threshold for that one gene against both sides: of
// negative binomial counts whose variance is mean + (variation × mean)² (Hart, Therneau, Zhang, Poland and Kocher, Journal of
// Computational Biology 20:970-978, 2013, formula 1; the package RNASeqPower).

import { normal } from "../distributions/normal.ts";

export interface OfCounts {
  /** Samples of each group. */
  readonly n: number;
  readonly alpha: number;
  /** Of the means, above or below 1. */
  readonly fold: number;
  /** Reads of the gene in a sample. */
  readonly depth: number;
  /** Between individuals of one group, as a share of the mean: the root of the dispersion. */
  readonly variation: number;
}

export function powerOfCounts({ n, alpha, fold, depth, variation }: OfCounts): number {
  const far = -normal.quantile(alpha / 2);
  const away = Math.abs(Math.log(fold)) * Math.sqrt(n / (2 * (1 / depth + variation ** 2)));
  return normal.lower(away - far);
}
