// Values less their mean, over their standard deviation (divisor n - 1), as R's scale(). NaN stays NaN and counts for
// nothing; values that do not vary become 0.

import { isNoise, momentsOf } from "./moments.ts";

export function zScores(values: ArrayLike<number>): Float64Array {
  const { n, mean, squares } = momentsOf(values);
  const deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
  const flat = isNoise(deviation, mean);
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? value : flat ? 0 : (value - mean) / deviation));
}
