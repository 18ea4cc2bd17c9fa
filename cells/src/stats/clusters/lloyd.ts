// Rows to their nearest centre, centres to the means of their rows, until none changes (Lloyd, IEEE Transactions on Information
// Theory 28:129-137, 1982), with the bounds of Hamerly (SDM 2010), which save distances and change no answer.

import type { Rows } from "../neighbours/squared-length.ts";
import { squareTo } from "./square-to.ts";

export interface KMeans {
  /** Of each row the number of its group, from 0. */
  readonly labels: Int32Array;
  /** k x width, row-major. */
  readonly centres: Float64Array;
  /** Sum of squares of rows around the means of their groups. */
  readonly inertia: number;
  readonly rounds: number;
}

const mostRounds = 300;

/** `centres`: k x width, where it begins; they are moved. `pause`: before each round, with its number. */
export async function lloyd(
  given: Rows,
  centres: Float64Array,
  k: number,
  pause: (round: number) => Promise<void> | void,
): Promise<KMeans> {
  const { rows, width } = given;
  const labels = new Int32Array(rows).fill(-1);
  /** Bounds of the distance to the own centre from above, and to every other from below. */
  const above = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const below = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const half = new Float64Array(k);
  let rounds = 0;
  for (; rounds < mostRounds; rounds++) {
    await pause(rounds);
    for (let c = 0; c < k; c++) {
      let least = Number.POSITIVE_INFINITY;
      for (let other = 0; other < k; other++) if (other !== c) least = Math.min(least, between(centres, width, c, other));
      half[c] = least / 2;
    }
    let changed = 0;
    for (let row = 0; row < rows; row++) {
      const own = labels[row] as number;
      if (own >= 0) {
        const bound = Math.max(half[own] as number, below[row] as number);
        if ((above[row] as number) < bound) continue;
        above[row] = Math.sqrt(squareTo(given, row, centres, own));
        if ((above[row] as number) < bound) continue;
      }
      let [nearest, first, second] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let c = 0; c < k; c++) {
        const square = squareTo(given, row, centres, c);
        if (square < first) [second, first, nearest] = [first, square, c];
        else if (square < second) second = square;
      }
      // Equally near: it stays where it is, else rows would go to and fro.
      if (own >= 0 && nearest !== own && squareTo(given, row, centres, own) === first) nearest = own;
      above[row] = Math.sqrt(first);
      below[row] = Math.sqrt(second);
      if (nearest !== own) changed++;
      labels[row] = nearest;
    }
    if (changed === 0) break;
    const moved = meansOf(given, labels, k, centres);
    const farthest = moved.reduce((most, way) => Math.max(most, way), 0);
    for (let row = 0; row < rows; row++) {
      above[row] = (above[row] as number) + (moved[labels[row] as number] as number);
      below[row] = (below[row] as number) - farthest;
    }
  }
  let inertia = 0;
  for (let row = 0; row < rows; row++) inertia += squareTo(given, row, centres, labels[row] as number);
  return { labels, centres, inertia, rounds };
}

function between(centres: Float64Array, width: number, a: number, b: number): number {
  let sum = 0;
  for (let f = 0; f < width; f++) sum += ((centres[a * width + f] as number) - (centres[b * width + f] as number)) ** 2;
  return Math.sqrt(sum);
}

/** Puts centres at the means of their rows; how far each went. A centre without rows takes the row that is farthest from its own. */
function meansOf(given: Rows, labels: Int32Array, k: number, centres: Float64Array): Float64Array {
  const { values, rows, width } = given;
  const before = centres.slice();
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  for (let c = 0; c < k; c++) {
    if (sizes[c] !== 0) continue;
    let [farthest, most] = [-1, -1];
    for (let row = 0; row < rows; row++) {
      if (sizes[labels[row] as number] === 1) continue;
      const square = squareTo(given, row, before, labels[row] as number);
      if (square > most) [farthest, most] = [row, square];
    }
    if (farthest < 0) continue;
    sizes[labels[farthest] as number] = (sizes[labels[farthest] as number] as number) - 1;
    labels[farthest] = c;
    sizes[c] = 1;
  }
  centres.fill(0);
  for (let row = 0; row < rows; row++) {
    const to = (labels[row] as number) * width;
    for (let f = 0, at = row * width; f < width; f++, at++)
      centres[to + f] = (centres[to + f] as number) + (values[at] as number);
  }
  for (let c = 0; c < k; c++) {
    if (sizes[c] === 0) centres.set(before.subarray(c * width, (c + 1) * width), c * width);
    else for (let f = 0; f < width; f++) centres[c * width + f] = (centres[c * width + f] as number) / (sizes[c] as number);
  }
  return Float64Array.from({ length: k }, (_, c) => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += ((centres[c * width + f] as number) - (before[c * width + f] as number)) ** 2;
    return Math.sqrt(sum);
  });
}
