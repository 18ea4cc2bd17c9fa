// Mean and spread in two passes with compensated sums, so that a large mean costs no digits. NaN is a missing value and is
// left out; an infinity makes both NaN or infinite.

import { sumOf } from "./sums.ts";

export interface Moments {
  /** Values that are not NaN. */
  readonly n: number;
  /** NaN of none. */
  readonly mean: number;
  /** Sum of squared deviations from the mean; exactly 0 where all values are equal. */
  readonly squares: number;
}

export function momentsOf(values: ArrayLike<number>): Moments {
  const present = withoutNaN(values);
  const n = present.length;
  if (n === 0) return { n, mean: Number.NaN, squares: 0 };
  const first = present[0] as number;
  const mean = sumOf(present) / n;
  let squares = 0;
  let lost = 0;
  let off = 0;
  let isConstant = true;
  for (let at = 0; at < n; at++) {
    const value = present[at] as number;
    if (value !== first) isConstant = false;
    const deviation = value - mean;
    off += deviation;
    const square = deviation * deviation;
    const next = squares + square;
    lost += squares >= square ? squares - next + square : square - next + squares;
    squares = next;
  }
  if (isConstant) return { n, mean: first, squares: 0 };
  // What the rounding of the mean added (Chan, Golub and LeVeque, Am. Stat. 37:242-247, 1983).
  return { n, mean, squares: Math.max(0, squares + lost - (off * off) / n) };
}

/** Divisor n - 1, as R and pandas; NaN of fewer than two values. */
export const varianceOf = (values: ArrayLike<number>): number => {
  const { n, squares } = momentsOf(values);
  return n < 2 ? Number.NaN : squares / (n - 1);
};

/** Divisor n - 1; NaN of fewer than two values. */
export const deviationOf = (values: ArrayLike<number>): number => Math.sqrt(varianceOf(values));

/**
 * A deviation that rounding alone could have made: relative to the size of the values, so that columns in units of 1e-9
 * vary and 1e8 + noise of the last digit does not. `n` values of mean `mean`.
 */
export const isNoise = (deviation: number, mean: number): boolean =>
  !(deviation > 8 * Number.EPSILON * Math.abs(mean)) && deviation < Number.POSITIVE_INFINITY;

const withoutNaN = (values: ArrayLike<number>): ArrayLike<number> => {
  for (let at = 0; at < values.length; at++) {
    if (values[at] === values[at]) continue;
    return Float64Array.from(values).filter((value) => !Number.isNaN(value));
  }
  return values;
};
