// Values less their mean, over their standard deviation (divisor n - 1), as R's scale(). NaN stays NaN and counts for
// nothing; values that do not vary, but for what rounding made of them, become 0 where R has NaN, and that is told.

import { momentsOf } from "./moments.ts";

export function zScores(values: ArrayLike<number>): { readonly z: Float64Array; readonly isConstant: boolean } {
  const { n, mean, squares, isConstant } = momentsOf(values);
  const deviation = Math.sqrt(squares / (n - 1));
  const z = Float64Array.from(values, (value) => (Number.isNaN(value) ? value : isConstant ? 0 : (value - mean) / deviation));
  return { z, isConstant: isConstant && n > 0 };
}
