// Classical (metric) scaling: the places whose distances are nearest to those that are given. Torgerson, Psychometrika 17:401, 1952; Cox
// and Cox, Multidimensional Scaling, 2nd edition, section 2.2; R's cmdscale.

import { largestEigenpairs } from "../../largest-eigenpairs.ts";
import { doubleCentred } from "./double-centred.ts";

export interface ClassicalScaling {
  /** rows x axes, row-major. */
  readonly points: Float64Array;
  readonly axes: number;
  /** Of each axis, and their share of the positive ones together. */
  readonly eigenvalues: Float64Array;
  readonly share: Float64Array;
}

/** `distances`: rows x rows, symmetric. Fewer axes where no more are above 0. Signs: the entry of largest size is positive. */
export function classicalScaling(distances: Float64Array, rows: number, axes: number): ClassicalScaling {
  const products = doubleCentred(distances, rows);
  const found = largestEigenpairs(rows, Math.min(axes, rows - 1), (vector) => {
    const image = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      const start = row * rows;
      for (let at = 0; at < rows; at++) sum += (products[start + at] as number) * (vector[at] as number);
      image[row] = sum;
    }
    return image;
  });
  const kept = [...found.values].filter((value) => value > 0).length;
  const points = new Float64Array(rows * kept);
  for (let k = 0; k < kept; k++) {
    const vector = found.vectors.subarray(k * rows, (k + 1) * rows);
    const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    const length = Math.sqrt(found.values[k] as number) * (largest < 0 ? -1 : 1);
    for (let row = 0; row < rows; row++) points[row * kept + k] = (vector[row] as number) * length;
  }
  let trace = 0;
  for (let row = 0; row < rows; row++) trace += products[row * rows + row] as number;
  const eigenvalues = found.values.slice(0, kept);
  return { points, axes: kept, eigenvalues, share: eigenvalues.map((value) => (trace > 0 ? value / trace : 0)) };
}
