// What a fit of counts says of a contrast: log2 fold change, its standard error, Wald's statistic and p value of each gene. Fits
// nothing: asked again it costs nothing (DESeq2's results()).

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";

/** Why a gene has no p value. */
export type NoP = "zero" | "outlier";

/** What of a fit it is asked of (CountFit holds it), `width` coefficients a gene. */
export interface FittedCounts {
  readonly width: number;
  readonly means: Float64Array;
  readonly dispersions: Float64Array;
  readonly beta: Float64Array;
  readonly covariance: Float64Array;
  readonly cooks: Float64Array;
  readonly cooksCutoff: number;
  readonly isSpared: ArrayLike<number>;
  readonly isReplaced: ArrayLike<number>;
}

export interface ContrastOfCounts {
  /** NaN: all counts are 0. */
  readonly change: Float64Array;
  readonly error: Float64Array;
  readonly statistic: Float64Array;
  readonly p: Float64Array;
  readonly why: ReadonlyMap<number, NoP>;
}

export interface Asked {
  /** One factor a coefficient. */
  readonly contrast: Float64Array;
  /** Genes without a single read in the samples that are compared: no change, p = 1. */
  readonly isEmpty: (gene: number) => boolean;
  /** One factor of two levels: a far count is not held against a gene that has three larger ones. */
  readonly isTwoGroups: boolean;
  /** A change that is no larger, log2, counts for nothing (results(lfcThreshold)); 0: any change counts. */
  readonly least?: number;
}

export function contrastOfCounts(fit: FittedCounts, { contrast, isEmpty, isTwoGroups, least = 0 }: Asked): ContrastOfCounts {
  const genes = fit.means.length;
  const none = () => new Float64Array(genes).fill(Number.NaN);
  const found = { change: none(), error: none(), statistic: none(), p: none() };
  const why = new Map<number, NoP>();
  for (let gene = 0; gene < genes; gene++) {
    if (Number.isNaN(fit.dispersions[gene])) {
      why.set(gene, "zero");
      continue;
    }
    const isNow = fit.isReplaced[gene] === 1 && fit.means[gene] === 0;
    if (isNow || isEmpty(gene)) {
      found.change[gene] = 0;
      found.error[gene] = isNow ? 0 : errorOf(fit, gene, contrast);
      found.statistic[gene] = 0;
      found.p[gene] = 1;
    } else {
      const change = changeOf(fit, gene, contrast);
      const error = errorOf(fit, gene, contrast);
      found.change[gene] = change;
      found.error[gene] = error;
      const beyond = (Math.abs(change) - least) / error;
      found.statistic[gene] = least > 0 ? Math.sign(change) * Math.max(0, beyond) : change / error;
      found.p[gene] = least > 0 ? Math.min(1, 2 * normal.upper(beyond)) : twoSided(normal.tails(change / error)).p;
    }
    if (!isHeldAgainst(fit, gene, isTwoGroups)) continue;
    found.p[gene] = Number.NaN;
    why.set(gene, "outlier");
  }
  return { ...found, why };
}

/** A count lies too far from what its group has for the gene to be believed. */
export const isHeldAgainst = (fit: FittedCounts, gene: number, isTwoGroups: boolean): boolean =>
  (fit.cooks[gene] as number) > fit.cooksCutoff && !(isTwoGroups && fit.isSpared[gene] === 1);

function changeOf({ beta, width }: FittedCounts, gene: number, contrast: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < width; at++) sum += (contrast[at] as number) * (beta[gene * width + at] as number);
  return sum / Math.LN2;
}

function errorOf({ covariance, width }: FittedCounts, gene: number, contrast: Float64Array): number {
  const from = gene * width * width;
  let sum = 0;
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++)
      sum += (contrast[row] as number) * (covariance[from + row * width + column] as number) * (contrast[column] as number);
  return Math.sqrt(Math.max(0, sum)) / Math.LN2;
}
