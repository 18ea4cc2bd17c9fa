// How far the neighbours that a map shows are neighbours in the data: 1 where all are. Venna and Kaski, Neural Networks 19:889, 2006;
// as scikit-learn's manifold.trustworthiness, of all rows or of some that are drawn.

import type { Metric } from "../neighbours/nearest-neighbours.ts";
import { unitRows } from "../neighbours/unit-rows.ts";
import { seededRandom } from "../seeded-random.ts";

export interface Trusted {
  /** rows x width; rows x axes. */
  readonly data: Float64Array;
  readonly width: number;
  readonly points: Float64Array;
  readonly axes: number;
  /** Neighbours that are looked at: below half of the rows. */
  readonly count: number;
  /** How far rows of the data are from each other. */
  readonly metric: Metric;
}

/** Beyond so many rows as many are drawn: the measure of so many is off by a few thousandths. */
const mostLooked = 1_000;
const drawn = 500;

/** Null where there are too few rows. `pause`: after each row. */
export async function trustworthiness(
  { data, width, points, axes, count, metric }: Trusted,
  pause: (share: number) => Promise<void>,
): Promise<number | null> {
  const rows = points.length / axes;
  if (count >= rows / 2) return null;
  const random = seededRandom(1);
  const looked =
    rows <= mostLooked
      ? Array.from({ length: rows }, (_, row) => row)
      : Array.from({ length: drawn }, () => Math.floor(random() * rows));
  const given = metric === "euclidean" ? data : unitRows(data, width, metric);
  const [far, near] = [new Float64Array(rows), new Float64Array(rows)];
  let sum = 0;
  for (const [at, row] of looked.entries()) {
    squaresFrom(given, width, row, far);
    squaresFrom(points, axes, row, near);
    for (const other of nearest(near, row, count)) {
      // Its rank in the data: 1 for the nearest.
      const mine = far[other] as number;
      let rank = 1;
      for (let each = 0; each < rows; each++)
        if (each !== row && each !== other && ((far[each] as number) < mine || (far[each] === mine && each < other))) rank++;
      if (rank > count) sum += rank - count;
    }
    await pause(at / looked.length);
  }
  return 1 - (2 * sum) / (looked.length * count * (2 * rows - 3 * count - 1));
}

/** The nearest `count` others, of equally near ones the first, without sorting all. */
function nearest(away: Float64Array, row: number, count: number): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < away.length; at++) {
    if (at === row) continue;
    const mine = away[at] as number;
    const last = found.at(-1);
    if (found.length === count && last !== undefined && mine >= (away[last] as number)) continue;
    let place = found.length;
    while (place > 0 && (away[found[place - 1] as number] as number) > mine) place--;
    found.splice(place, 0, at);
    if (found.length > count) found.pop();
  }
  return found;
}

function squaresFrom(values: Float64Array, width: number, row: number, out: Float64Array): void {
  for (let other = 0; other < out.length; other++) {
    let square = 0;
    for (let at = 0; at < width; at++) {
      const gap = (values[row * width + at] as number) - (values[other * width + at] as number);
      square += gap * gap;
    }
    out[other] = square;
  }
}
