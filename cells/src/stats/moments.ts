// Mean and spread of numbers, stably: around the first value (so that equal numbers give exactly 0, and a large offset
// costs no digits), in two passes with the correction of the second (Chan, Golub and LeVeque, The American Statistician
// 37, 1983, "corrected two-pass").

export interface Moments {
  readonly mean: number;
  /** Sum of squared deviations from the mean: divided by n or n - 1 it is the variance. */
  readonly squares: number;
  /** One value, or a spread that rounding alone explains: relative to the size of the numbers, never in their unit. */
  readonly isConstant: boolean;
}

/** Of `count` finite numbers, `stride` apart from `start` on. Of none: mean and squares 0, constant. */
export function momentsOf(
  values: ArrayLike<number>,
  at: { readonly start: number; readonly stride: number; readonly count: number },
): Moments {
  const { start, stride, count } = at;
  if (count === 0) return { mean: 0, squares: 0, isConstant: true };
  const first = values[start] as number;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += (values[start + i * stride] as number) - first;
  const shift = sum / count;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i += 1) {
    const off = (values[start + i * stride] as number) - first - shift;
    squares += off * off;
    rest += off;
  }
  squares = Math.max(0, squares - (rest * rest) / count);
  const mean = first + shift;
  // scikit-learn's _is_constant_feature (sklearn/preprocessing/_data.py): the error bound of a two-pass variance.
  const variance = squares / count;
  const bound = count * Number.EPSILON * variance + (count * mean * Number.EPSILON) ** 2;
  return { mean, squares, isConstant: variance <= bound };
}
