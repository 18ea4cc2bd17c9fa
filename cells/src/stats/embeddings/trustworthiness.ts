// How far the neighbours that a map shows are neighbours in the data: 1 where all are. Venna and Kaski, Neural Networks 19:889, 2006;
// as scikit-learn's manifold.trustworthiness, of all rows or of some that are drawn.

import { seededRandom } from "../seeded-random.ts";

/** Beyond it as many rows are drawn. */
const mostLooked = 2_000;

/** `data` of rows x width, `points` of rows x axes; `count` below half of the rows. Null where there are too few rows. */
export function trustworthiness(
  data: Float64Array,
  width: number,
  points: Float64Array,
  axes: number,
  count: number,
): number | null {
  const rows = points.length / axes;
  if (count >= rows / 2) return null;
  const random = seededRandom(1);
  const looked =
    rows <= mostLooked
      ? Array.from({ length: rows }, (_, row) => row)
      : Array.from({ length: mostLooked }, () => Math.floor(random() * rows));
  const [far, near] = [new Float64Array(rows), new Float64Array(rows)];
  let sum = 0;
  for (const row of looked) {
    squaresFrom(data, width, row, far);
    squaresFrom(points, axes, row, near);
    const order = Array.from({ length: rows }, (_, at) => at).filter((at) => at !== row);
    const shown = order.toSorted((a, b) => (near[a] as number) - (near[b] as number) || a - b).slice(0, count);
    for (const other of shown) {
      // Its rank in the data: 1 for the nearest.
      const mine = far[other] as number;
      let rank = 1;
      for (let at = 0; at < rows; at++)
        if (at !== row && at !== other && ((far[at] as number) < mine || ((far[at] as number) === mine && at < other))) rank++;
      if (rank > count) sum += rank - count;
    }
  }
  return 1 - (2 * sum) / (looked.length * count * (2 * rows - 3 * count - 1));
}

function squaresFrom(values: Float64Array, width: number, row: number, out: Float64Array): void {
  for (let other = 0; other < out.length; other++) {
    let square = 0;
    for (let at = 0; at < width; at++)
      square += ((values[row * width + at] as number) - (values[other * width + at] as number)) ** 2;
    out[other] = square;
  }
}
