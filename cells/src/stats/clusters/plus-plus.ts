// Rows to begin k-means with, far from each other: k-means++, of several draws the best (Arthur and Vassilvitskii, SODA 2007; as
// many draws as scikit-learn takes).

import type { Rows } from "../neighbours/squared-length.ts";
import type { Random } from "../seeded-random.ts";
import { squareTo } from "./square-to.ts";

/** k x width. */
export function plusPlus(given: Rows, k: number, random: Random): Float64Array {
  const { values, rows, width } = given;
  const centres = new Float64Array(k * width);
  const put = (c: number, row: number): void => centres.set(values.subarray(row * width, (row + 1) * width), c * width);
  put(0, Math.floor(random() * rows));
  let nearest: Float64Array = Float64Array.from({ length: rows }, (_, row) => squareTo(given, row, centres, 0));
  const tries = 2 + Math.floor(Math.log(k));
  for (let c = 1; c < k; c++) {
    const total = nearest.reduce((sum, square) => sum + square, 0);
    let chosen: { row: number; nearest: Float64Array; total: number } | null = null;
    for (let at = 0; at < tries; at++) {
      const row = drawn(nearest, random() * total);
      put(c, row);
      const then = nearest.map((square, other) => Math.min(square, squareTo(given, other, centres, c)));
      const left = then.reduce((sum, square) => sum + square, 0);
      if (!chosen || left < chosen.total) chosen = { row, nearest: then, total: left };
    }
    const { row, nearest: then } = chosen as NonNullable<typeof chosen>;
    put(c, row);
    nearest = then;
  }
  return centres;
}

/** The place at which the running sum passes `at`; a row that is a centre already weighs nothing. */
function drawn(weights: Float64Array, at: number): number {
  let sum = 0;
  let last = 0;
  for (const [row, weight] of weights.entries()) {
    if (weight === 0) continue;
    sum += weight;
    last = row;
    if (sum > at) return row;
  }
  return last;
}
