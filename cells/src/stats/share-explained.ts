// How much of the variance of numbers one column explains: R squared of R's lm(y ~ x), of a category that of its analysis of
// variance (eta squared), with the p value of its F test.

import { correlationRatio, pearson } from "./association.ts";
import { fisherF } from "./distributions/f.ts";

export interface Explained {
  /** 0 to 1; NaN where nothing can be told: no two groups, no residuals, nothing varies. */
  readonly share: number;
  readonly p: number;
  /** Rows in which both have a value. */
  readonly n: number;
}

/** By a number a row; NaN: missing. */
export function explainedByNumbers(x: ArrayLike<number>, y: ArrayLike<number>): Explained {
  const { value, n } = pearson(x, y);
  return tested(value * value, { n, parameters: 1 });
}

/** By a category a row: `of` below 0 is a missing one. */
export function explainedByGroups(of: Int32Array, levels: number, y: ArrayLike<number>): Explained {
  const { value, n } = correlationRatio(of, levels, y);
  const filled = new Set([...of].filter((level, row) => level >= 0 && !Number.isNaN(y[row])));
  return tested(value * value, { n, parameters: filled.size - 1 });
}

function tested(share: number, { n, parameters }: { readonly n: number; readonly parameters: number }): Explained {
  const rest = n - parameters - 1;
  if (!(share >= 0) || parameters < 1 || rest < 1) return { share: Number.NaN, p: Number.NaN, n };
  return { share, p: fisherF.upper(share / parameters / ((1 - share) / rest), parameters, rest), n };
}
