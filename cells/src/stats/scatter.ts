// Centre and scatter of rows in several columns, and how far rows lie from it: Mahalanobis distances by the Cholesky factor of the
// covariance matrix.

import type { Rows } from "./local-outlier-factor.ts";

export interface Scatter {
  readonly centre: Float64Array;
  /** width x width covariance, row-major. */
  readonly covariance: Float64Array;
}

/** Of these rows (all where none are named), divided by their number less one. */
export function scatterOf({ values, rows, width }: Rows, of: Int32Array | null = null): Scatter {
  const count = of ? of.length : rows;
  const centre = new Float64Array(width);
  for (let at = 0; at < count; at++) {
    const from = (of ? (of[at] as number) : at) * width;
    for (let f = 0; f < width; f++) centre[f] = (centre[f] as number) + (values[from + f] as number) / count;
  }
  const covariance = new Float64Array(width * width);
  const off = new Float64Array(width);
  for (let at = 0; at < count; at++) {
    const from = (of ? (of[at] as number) : at) * width;
    for (let f = 0; f < width; f++) off[f] = (values[from + f] as number) - (centre[f] as number);
    for (let i = 0; i < width; i++) {
      const own = off[i] as number;
      const to = i * width;
      for (let j = 0; j <= i; j++) covariance[to + j] = (covariance[to + j] as number) + own * (off[j] as number);
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      const value = (covariance[i * width + j] as number) / Math.max(1, count - 1);
      covariance[i * width + j] = value;
      covariance[j * width + i] = value;
    }
  return { centre, covariance };
}

/** Lower triangle of the factor, or the first column of which those before it leave nothing. */
export type Factor = { readonly factor: Float64Array; readonly logDeterminant: number } | { readonly singular: number };

/** What rounding may leave of a column that follows from others, as a share of its variance. */
const nothing = 1e-12;

export function factorOf({ covariance, centre }: Scatter): Factor {
  const width = centre.length;
  const factor = new Float64Array(width * width);
  let logDeterminant = 0;
  for (let i = 0; i < width; i++) {
    const own = covariance[i * width + i] as number;
    for (let j = 0; j <= i; j++) {
      let sum = covariance[i * width + j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i * width + k] as number) * (factor[j * width + k] as number);
      if (j < i) factor[i * width + j] = sum / (factor[j * width + j] as number);
      else if (!(sum > own * nothing)) return { singular: i };
      else {
        factor[i * width + i] = Math.sqrt(sum);
        logDeterminant += Math.log(sum);
      }
    }
  }
  return { factor, logDeterminant };
}

/** Squared distances of all rows. */
export function squaredDistances(
  { values, rows, width }: Rows,
  centre: Float64Array,
  factor: Float64Array,
  into: Float64Array = new Float64Array(rows),
): Float64Array {
  const solved = new Float64Array(width);
  const inverse = Float64Array.from({ length: width }, (_, i) => 1 / (factor[i * width + i] as number));
  for (let row = 0, at = 0; row < rows; row++) {
    let square = 0;
    for (let i = 0; i < width; i++, at++) {
      let sum = (values[at] as number) - (centre[i] as number);
      const own = i * width;
      for (let k = 0; k < i; k++) sum -= (factor[own + k] as number) * (solved[k] as number);
      sum *= inverse[i] as number;
      solved[i] = sum;
      square += sum * sum;
    }
    into[row] = square;
  }
  return into;
}
