// "The 500 most variable genes" is one answer everywhere: by variance (divisor n - 1, missing values left out, fewer than
// two values count as 0), of equal variances the earlier row.

import { varianceOf } from "./moments.ts";

/** Of `rows` rows the `count` of largest variance: their numbers, the most variable first. `row` may reuse its array. */
export function mostVariable(rows: number, count: number, row: (index: number) => ArrayLike<number>): Int32Array {
  const variances = new Float64Array(rows);
  for (let index = 0; index < rows; index++) variances[index] = varianceOf(row(index)) || 0;
  return mostVariableOf(variances, count);
}

/** The same of known variances. */
export function mostVariableOf(variances: Float64Array, count: number): Int32Array {
  const order = Int32Array.from(variances.keys());
  order.sort((a, b) => (variances[b] as number) - (variances[a] as number) || a - b);
  return order.slice(0, Math.max(0, count));
}
