// Scaling by stress: the places whose distances are nearest to those that are given (metric), or go in the same order (non-metric), by
// majorisation. de Leeuw, in Recent Developments in Statistics, 1977; Borg and Groenen, Modern Multidimensional Scaling, 2nd edition,
// chapters 8 and 9; Kruskal, Psychometrika 29:1, 1964. Begins at the classical solution, which leaves no choice to chance.

import { isotonic } from "./isotonic.ts";

export interface StressOptions {
  readonly axes: number;
  /** Only the order of the distances counts. */
  readonly byOrder: boolean;
  readonly iterations: number;
}

export interface StressScaling {
  /** rows x axes, row-major. */
  readonly points: Float64Array;
  /** Kruskal's stress 1: between 0 and 1. */
  readonly stress: number;
}

/** The stress falls by less: it stands. */
const standing = 1e-7;

/** `distances`: rows x rows, symmetric; `start`: rows x axes. */
export async function stressScaling(
  distances: Float64Array,
  rows: number,
  start: Float64Array,
  { axes, byOrder, iterations }: StressOptions,
  pause: (share: number) => Promise<void> | void,
): Promise<StressScaling> {
  const pairs = (rows * (rows - 1)) / 2;
  const given = new Float64Array(pairs);
  let at = 0;
  for (let row = 1; row < rows; row++)
    for (let other = 0; other < row; other++) given[at++] = distances[row * rows + other] as number;
  const order = byOrder ? orderOf(given) : null;
  let points: Float64Array = start.slice();
  let found = pairDistances(points, rows, axes);
  let wanted = order ? inOrder(found, order, given) : given;
  let stress = stressOf(found, wanted);
  for (let round = 0; round < iterations; round++) {
    points = moved(points, rows, axes, found, wanted);
    found = pairDistances(points, rows, axes);
    wanted = order ? inOrder(found, order, given) : given;
    const next = stressOf(found, wanted);
    await pause((round + 1) / iterations);
    const fall = stress - next;
    stress = next;
    if (fall < standing) break;
  }
  return { points, stress };
}

function orderOf(given: Float64Array): Int32Array {
  return Int32Array.from(given.keys()).sort((a, b) => (given[a] as number) - (given[b] as number) || a - b);
}

/** The distances nearest to `found` that go in the order of the given ones; of equal ones by how they are found (Kruskal's first way). */
function inOrder(found: Float64Array, order: Int32Array, given: Float64Array): Float64Array {
  const sorted = order.slice();
  for (let from = 0; from < sorted.length; ) {
    let until = from + 1;
    while (until < sorted.length && given[sorted[until] as number] === given[sorted[from] as number]) until++;
    if (until - from > 1) sorted.subarray(from, until).sort((a, b) => (found[a] as number) - (found[b] as number) || a - b);
    from = until;
  }
  const rising = isotonic(Float64Array.from(sorted, (at) => found[at] as number));
  const out = new Float64Array(found.length);
  let square = 0;
  sorted.forEach((at, place) => {
    out[at] = rising[place] as number;
    square += (rising[place] as number) ** 2;
  });
  // Of one size, so that the map does not shrink to a point.
  const size = Math.sqrt(found.length / square);
  return Number.isFinite(size) ? out.map((value) => value * size) : out;
}

function pairDistances(points: Float64Array, rows: number, axes: number): Float64Array {
  const out = new Float64Array((rows * (rows - 1)) / 2);
  let at = 0;
  for (let row = 1; row < rows; row++)
    for (let other = 0; other < row; other++) {
      let square = 0;
      for (let k = 0; k < axes; k++) square += ((points[row * axes + k] as number) - (points[other * axes + k] as number)) ** 2;
      out[at++] = Math.sqrt(square);
    }
  return out;
}

/** Scaled to each other as well as can be, by the squares of what is found. */
function stressOf(found: Float64Array, wanted: Float64Array): number {
  let [cross, square, other] = [0, 0, 0];
  for (let at = 0; at < found.length; at++) {
    const [d, w] = [found[at] as number, wanted[at] as number];
    cross += d * w;
    square += d * d;
    other += w * w;
  }
  return square === 0 || other === 0 ? 1 : Math.sqrt(Math.max(0, 1 - (cross * cross) / (square * other)));
}

/** Guttman's transform. */
function moved(points: Float64Array, rows: number, axes: number, found: Float64Array, wanted: Float64Array): Float64Array {
  const out = new Float64Array(points.length);
  let at = 0;
  for (let row = 1; row < rows; row++)
    for (let other = 0; other < row; other++, at++) {
      const d = found[at] as number;
      const ratio = d > 0 ? (wanted[at] as number) / d : 0;
      for (let k = 0; k < axes; k++) {
        const part = (ratio * ((points[row * axes + k] as number) - (points[other * axes + k] as number))) / rows;
        out[row * axes + k] = (out[row * axes + k] as number) + part;
        out[other * axes + k] = (out[other * axes + k] as number) - part;
      }
    }
  return out;
}
