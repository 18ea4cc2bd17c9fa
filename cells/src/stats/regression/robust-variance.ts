// Covariances of coefficients that do not take the spread for the same everywhere, or rows for independent of each other: the sandwich of
// White (Econometrica 48:817-838, 1980) as HC3 (MacKinnon & White, Journal of Econometrics 29:305-325, 1985), and of clusters (Liang &
// Zeger, Biometrika 73:13-22, 1986) with HC1's correction, as R's sandwich has them (vcovHC, vcovCL).

import type { GlmFit } from "./fit-glm.ts";

type Pieces = Pick<GlmFit, "unscaled" | "weights" | "working" | "leverages">;

export function hc3Variance(columns: readonly Float64Array[], fit: Pieces): Float64Array {
  const scores = scoresOf(fit, (row) => 1 / (1 - (fit.leverages[row] as number)));
  return sandwiched(fit.unscaled, crossOf(columns.map((column) => column.map((value, row) => value * (scores[row] as number)))));
}

/** `clusters`: a number from 0 a row. */
export function clusterVariance(columns: readonly Float64Array[], fit: Pieces, clusters: Int32Array): Float64Array {
  const count = clusters.reduce((most, code) => Math.max(most, code), -1) + 1;
  const scores = scoresOf(fit, () => 1);
  const sums = columns.map((column) => {
    const of = new Float64Array(count);
    column.forEach((value, row) => {
      const code = clusters[row] as number;
      of[code] = (of[code] as number) + value * (scores[row] as number);
    });
    return of;
  });
  const n = clusters.length;
  const correction = (count / (count - 1)) * ((n - 1) / (n - columns.length));
  return sandwiched(fit.unscaled, crossOf(sums)).map((value) => value * correction);
}

const scoresOf = ({ weights, working }: Pieces, by: (row: number) => number): Float64Array =>
  weights.map((weight, row) => weight * (working[row] as number) * by(row));

function crossOf(columns: readonly Float64Array[]): Float64Array {
  const size = columns.length;
  const cross = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      const [one, other] = [columns[row] as Float64Array, columns[column] as Float64Array];
      let sum = 0;
      for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
      cross[row * size + column] = cross[column * size + row] = sum;
    }
  return cross;
}

const sandwiched = (bread: Float64Array, meat: Float64Array): Float64Array => {
  const size = Math.sqrt(bread.length);
  return product(product(bread, meat, size), bread, size);
};

/** Of square matrices, row after row. */
export function product(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const answer = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let between = 0; between < size; between++) {
      const by = left[row * size + between] as number;
      for (let column = 0; column < size; column++)
        answer[row * size + column] = (answer[row * size + column] as number) + by * (right[between * size + column] as number);
    }
  return answer;
}

/** w'Vw. */
export function quadratic(weights: ArrayLike<number>, variance: Float64Array, other: ArrayLike<number> = weights): number {
  const size = weights.length;
  let sum = 0;
  for (let row = 0; row < size; row++) {
    if (weights[row] === 0) continue;
    for (let column = 0; column < size; column++)
      sum += (weights[row] as number) * (other[column] as number) * (variance[row * size + column] as number);
  }
  return sum;
}
