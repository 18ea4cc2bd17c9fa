// How far a row is from a centre.

import type { Rows } from "../neighbours/squared-length.ts";

/** Of the row `row` to centre `c`, squared. */
export function squareTo({ values, width }: Rows, row: number, centres: Float64Array, c: number): number {
  let sum = 0;
  for (let f = 0, at = row * width, to = c * width; f < width; f++, at++, to++) {
    const off = (values[at] as number) - (centres[to] as number);
    sum += off * off;
  }
  return sum;
}
