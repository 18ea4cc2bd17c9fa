// Samples of one block are alike: their values are turned so that they are as good as independent, by the inverse of the lower
// root of their correlations.

import { choleskyOf } from "../small-matrix.ts";

/** Correlations of samples: 1, `correlation` within a block, 0 between blocks. */
export interface Blocks {
  readonly blocks: Int32Array;
  readonly correlation: number;
}

/** Of the samples at these places. Null: there can be no such correlations. */
export function rootOfBlocks({ blocks, correlation }: Blocks, places: ArrayLike<number>): Float64Array | null {
  const size = places.length;
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      root[row * size + column] =
        row === column ? 1 : blocks[places[row] as number] === blocks[places[column] as number] ? correlation : 0;
  return choleskyOf(root, size) ? root : null;
}

/** Solves root x = values, in place, `size` of them from `from` on. */
export function turnByRoot(root: Float64Array, values: Float64Array, from: number, size: number): void {
  for (let row = 0; row < size; row++) {
    let sum = values[from + row] as number;
    for (let column = 0; column < row; column++) sum -= (root[row * size + column] as number) * (values[from + column] as number);
    values[from + row] = sum / (root[row * size + row] as number);
  }
}
