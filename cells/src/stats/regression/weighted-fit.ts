// Weighted least squares of one response on columns of full rank, with what inference asks of it: the inverse of X'WX, and how far each
// row decides its own fitted value.

import { directionsOf, substitute } from "../design-rank.ts";

export interface WeightedFit {
  readonly coefficients: Float64Array;
  /** (X'WX)⁻¹, row after row. */
  readonly unscaled: Float64Array;
  /** The diagonal of the hat matrix. */
  readonly leverages: Float64Array;
  /** log of the determinant of X'WX. */
  readonly logDeterminant: number;
}

/** `weights` are none below 0. Null: under these weights columns follow from each other. */
export function weightedFit(
  columns: readonly Float64Array[],
  response: ArrayLike<number>,
  weights: Float64Array | null,
): WeightedFit | null {
  const rows = columns[0]?.length ?? 0;
  const roots = weights?.map(Math.sqrt) ?? null;
  const scaled = roots ? columns.map((column) => column.map((value, row) => value * (roots[row] as number))) : columns;
  const { basis, aliased } = directionsOf(scaled);
  if (aliased.length > 0) return null;
  const width = columns.length;
  const along = new Float64Array(width);
  const leverages = new Float64Array(rows);
  let logDeterminant = 0;
  basis.forEach(({ q, norm }, at) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) {
      const direction = q[row] as number;
      sum += direction * (response[row] as number) * (roots ? (roots[row] as number) : 1);
      leverages[row] = (leverages[row] as number) + direction * direction;
    }
    along[at] = sum;
    logDeterminant += 2 * Math.log(norm);
  });
  substitute(basis, along);
  // R⁻¹ column by column; (R'R)⁻¹ is it times its transpose.
  const inverse = Array.from({ length: width }, (_, at) => {
    const unit = new Float64Array(width);
    unit[at] = 1;
    substitute(basis, unit);
    return unit;
  });
  const unscaled = new Float64Array(width * width);
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (const part of inverse) sum += (part[row] as number) * (part[column] as number);
      unscaled[row * width + column] = sum;
    }
  return { coefficients: along, unscaled, leverages, logDeterminant };
}

/** x b of each row. */
export function predicted(columns: readonly Float64Array[], coefficients: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, at) => {
    const by = coefficients[at] as number;
    for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + by * (column[row] as number);
  });
  return sums;
}
