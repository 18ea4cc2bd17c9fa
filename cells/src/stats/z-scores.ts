// Values less their mean, over their standard deviation (divisor n - 1), as R's scale(). NaN stays NaN and counts for
// nothing; values that do not vary, but for what rounding made of them, become 0 where R has NaN, and that is told.

import { momentsOf } from "./moments.ts";

export function zScores(values: ArrayLike<number>): { readonly z: Float64Array; readonly isConstant: boolean } {
  const { n, mean, squares, isConstant } = momentsOf(values);
  const deviation = Math.sqrt(squares / (n - 1));
  // A loop: Float64Array.from takes ten times as long, and a matrix has millions of values.
  const z = new Float64Array(values.length);
  for (let at = 0; at < z.length; at++) {
    const value = values[at] as number;
    z[at] = Number.isNaN(value) ? value : isConstant ? 0 : (value - mean) / deviation;
  }
  return { z, isConstant: isConstant && n > 0 };
}
