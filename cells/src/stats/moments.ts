// Mean and spread of numbers, stably: around the first value (so that equal numbers give exactly 0, and a large offset
// costs no digits), in two passes with the correction of the second (Chan, Golub and LeVeque, The American Statistician
// 37:242-247, 1983, "corrected two-pass"). NaN is a missing value and is left out.

export interface Moments {
  /** Values that are not NaN. */
  readonly n: number;
  /** NaN of none. */
  readonly mean: number;
  /** Sum of squared deviations from the mean: divided by n or n - 1 it is the variance. Of none 0. */
  readonly squares: number;
  /** At most one value, or a spread that rounding alone explains: relative to the size of the numbers, never in their unit. */
  readonly isConstant: boolean;
}

/** A part of a longer list, such as a column of a row-major matrix: `count` numbers, `stride` apart from `start` on. */
export interface Stretch {
  readonly start: number;
  readonly stride: number;
  readonly count: number;
}

export function momentsOf(
  values: ArrayLike<number>,
  { start, stride, count }: Stretch = { start: 0, stride: 1, count: values.length },
): Moments {
  let n = 0;
  let first = Number.NaN;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[start + i * stride] as number;
    if (value !== value) continue;
    if (n === 0) first = value;
    n += 1;
    sum += value - first;
  }
  if (n === 0) return { n, mean: Number.NaN, squares: 0, isConstant: true };
  const shift = sum / n;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[start + i * stride] as number;
    if (value !== value) continue;
    const off = value - first - shift;
    squares += off * off;
    rest += off;
  }
  squares = Math.max(0, squares - (rest * rest) / n);
  const mean = first + shift;
  // scikit-learn's _is_constant_feature (sklearn/preprocessing/_data.py): the error bound of a two-pass variance.
  const variance = squares / n;
  const bound = n * Number.EPSILON * variance + (n * mean * Number.EPSILON) ** 2;
  const isNothing = Number.isFinite(variance) && variance <= bound;
  return { n, mean, squares, isConstant: isNothing && (variance > 1e-280 || !variesInSmall(values, { start, stride, count })) };
}

/** Of numbers so small that their squares are 0, or nearly: whether they vary in a unit of their own size. */
function variesInSmall(values: ArrayLike<number>, { start, stride, count }: Stretch): boolean {
  let size = 0;
  for (let i = 0; i < count; i += 1) size = Math.max(size, Math.abs(values[start + i * stride] as number) || 0);
  if (size === 0 || size > 1e-120) return false;
  const unit = 2 ** Math.max(-1022, Math.floor(Math.log2(size)));
  return !momentsOf(Float64Array.from({ length: count }, (_, i) => (values[start + i * stride] as number) / unit)).isConstant;
}

/** Divisor n - 1, as R and pandas; NaN of fewer than two values. */
export const varianceOf = (values: ArrayLike<number>, stretch?: Stretch): number => {
  const { n, squares } = momentsOf(values, stretch);
  return n < 2 ? Number.NaN : squares / (n - 1);
};

/** Divisor n - 1; NaN of fewer than two values. */
export const deviationOf = (values: ArrayLike<number>): number => meanAndDeviation(values).deviation;

/**
 * Mean and standard deviation (divisor n less `lost`, 1 unless it is said) of numbers of any size. Where their squares are more or less than a double
 * holds (beyond about 1e154, below 1e-154), both are found in a unit of the numbers' own size, a power of two.
 */
export function meanAndDeviation(
  values: ArrayLike<number>,
  lost: 0 | 1 = 1,
): { readonly mean: number; readonly deviation: number } {
  const { n, mean, squares } = momentsOf(values);
  const deviation = n <= lost ? Number.NaN : Math.sqrt(squares / (n - lost));
  if (Number.isFinite(mean) && (n <= lost || (Number.isFinite(deviation) && deviation > 1e-150))) return { mean, deviation };
  let size = 0;
  for (let at = 0; at < values.length; at++) size = Math.max(size, Math.abs(values[at] as number) || 0);
  if (size === 0 || !Number.isFinite(size) || (size < 1e150 && size > 1e-140)) return { mean, deviation };
  const unit = 2 ** Math.min(1023, Math.floor(Math.log2(size)));
  const small = momentsOf(Float64Array.from(values, (value) => value / unit));
  // Of the very largest numbers the deviation may be more than a double holds, and the largest double is next to it.
  const scaled = Math.min(Math.sqrt(small.squares / (small.n - lost)) * unit, Number.MAX_VALUE);
  return { mean: small.mean * unit, deviation: n <= lost ? Number.NaN : scaled };
}
