// Least squares of many responses on one design: columns that follow from those before them have no coefficient (NaN), as those
// of R's lm() are NA.

import { directionsOf, substitute } from "./design-rank.ts";

export interface LeastSquares {
  readonly rank: number;
  /** Of values for the rows of the design, all of them there. One coefficient a column; `into` is written over. */
  coefficients(values: ArrayLike<number>, into: Float64Array): Float64Array;
}

export function leastSquares(columns: readonly Float64Array[]): LeastSquares {
  const { basis } = directionsOf(columns);
  const along = new Float64Array(basis.length);
  return {
    rank: basis.length,
    coefficients(values, into) {
      for (let at = 0; at < basis.length; at++) {
        const { q } = basis[at] as (typeof basis)[number];
        let sum = 0;
        for (let row = 0; row < q.length; row++) sum += (q[row] as number) * (values[row] as number);
        along[at] = sum;
      }
      substitute(basis, along);
      into.fill(Number.NaN);
      for (let at = 0; at < basis.length; at++) into[(basis[at] as (typeof basis)[number]).column] = along[at] as number;
      return into;
    },
  };
}
