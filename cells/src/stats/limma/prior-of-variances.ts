// The distribution from which the variances of all features come, by the moments of their logarithms: its degrees of freedom and its
// scale, one for all or by a trend. Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, section 6.2; the trend as a natural spline of
// the mean level (limma 3.54.1).

import { leastSquares } from "../least-squares.ts";
import { digamma, trigamma, trigammaInverse } from "../log-gamma.ts";
import { quantiles } from "../quantiles.ts";
import { naturalSpline } from "./natural-spline.ts";

export interface VariancesOfFeatures {
  readonly variances: Float64Array;
  readonly df: Float64Array;
  /** Level of each feature, by which the scale goes; null: it is one for all. */
  readonly level: Float64Array | null;
}

export interface PriorOfVariances {
  /** One a feature. */
  readonly scale: Float64Array;
  /** Infinity: all features have one variance, or all of it is in the trend. */
  readonly df: number;
}

/** Null: no feature has a variance. */
export function priorOfVariances({ variances, df, level }: VariancesOfFeatures): PriorOfVariances | null {
  const count = variances.length;
  const used = Int32Array.from({ length: count }, (_, at) => at).filter(
    (at) => hasDf(df[at] as number) && Number.isFinite(variances[at]) && (!level || Number.isFinite(level[at])),
  );
  if (used.length === 0) return null;
  if (used.length === 1) return { scale: new Float64Array(count).fill(variances[used[0] as number] as number), df: 0 };
  const own = offZero(Float64Array.from(used, (at) => Math.max(0, variances[at] as number)));
  const residuals = own.map((value, at) => logOf(value, df[used[at] as number] as number));
  const { centre, spread } = centredBy(residuals, used, level, count);
  const wanted = spread - used.reduce((sum, at) => sum + trigamma((df[at] as number) / 2), 0) / used.length;
  if (wanted > 0) {
    const found = 2 * trigammaInverse(wanted);
    const shift = digamma(found / 2) - Math.log(found / 2);
    return { scale: centre.map((value) => Math.exp(value + shift)), df: found };
  }
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return { scale: level ? centre.map(Math.exp) : new Float64Array(count).fill(mean), df: Number.POSITIVE_INFINITY };
}

const hasDf = (df: number): boolean => Number.isFinite(df) && df > 1e-15;

/** Of variances that are 0 there is no logarithm: a hundred-thousandth of the median stands for them. */
function offZero(variances: Float64Array): Float64Array {
  const [median] = quantiles(Float64Array.from(variances), [0.5]) as [number];
  const least = 1e-5 * (median > 0 ? median : 1);
  return variances.map((value) => Math.max(value, least));
}

/** With the mean that the logarithm has under chance taken off. */
const logOf = (variance: number, df: number): number => Math.log(variance) - digamma(df / 2) + Math.log(df / 2);

interface Centred {
  readonly centre: Float64Array;
  readonly spread: number;
}

function centredBy(residuals: Float64Array, used: Int32Array, level: Float64Array | null, count: number): Centred {
  const n = residuals.length;
  const levels = level ? Float64Array.from(used, (at) => level[at] as number) : null;
  const directions = Math.min(1 + Number(n >= 3) + Number(n >= 6) + Number(n >= 30), levels ? new Set(levels).size : 1);
  if (!level || !levels || directions < 2) {
    const mean = residuals.reduce((sum, value) => sum + value, 0) / n;
    const spread = residuals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
    return { centre: new Float64Array(count).fill(mean), spread };
  }
  const space = naturalSpline(levels, directions);
  const straight = leastSquares(space(levels));
  const by = straight.coefficients(residuals, new Float64Array(directions)).map((value) => (Number.isNaN(value) ? 0 : value));
  const along = (columns: readonly Float64Array[]) =>
    (columns[0] as Float64Array).map((_, row) =>
      columns.reduce((sum, column, at) => sum + (by[at] as number) * (column[row] as number), 0),
    );
  const fitted = along(space(levels));
  const squares = residuals.reduce((sum, value, at) => sum + (value - (fitted[at] as number)) ** 2, 0);
  return { centre: along(space(level)), spread: squares / (n - straight.rank) };
}
