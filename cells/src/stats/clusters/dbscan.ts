// DBSCAN: clusters are rows that are dense and near each other, whatever their form; what lies sparse is of no cluster (Ester,
// Kriegel, Sander and Xu, KDD 1996). A row counts among its own neighbours, and a row on the edge of two clusters is of the first,
// as in scikit-learn and R's dbscan.

import { type Rows, squaredLength } from "../neighbours/squared-length.ts";

export interface DbscanAsked {
  /** Rows that are no farther are neighbours. */
  readonly eps: number;
  /** With so many neighbours, itself among them, a row is the core of a cluster. */
  readonly least: number;
}

const piece = 2e6;

/** Of each row the number of its cluster, from 0 in the order of their first rows that are cores; -1: of none. */
export async function dbscan(
  { values, rows, width }: Rows,
  { eps, least }: DbscanAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<Int32Array> {
  const most = eps * eps;
  let work = 0;
  let done = 0;
  const near = async (row: number): Promise<readonly number[]> => {
    const found: number[] = [];
    for (let other = 0; other < rows; other++) if (squaredLength(values, width, row, other, most) <= most) found.push(other);
    work += rows * width;
    if (work > piece) {
      work = 0;
      await pause(done / rows);
    }
    done += 1;
    return found;
  };
  const labels = new Int32Array(rows).fill(-1);
  const isSeen = new Uint8Array(rows);
  let clusters = 0;
  for (let first = 0; first < rows; first++) {
    if (isSeen[first]) continue;
    isSeen[first] = 1;
    const around = await near(first);
    if (around.length < least) continue;
    labels[first] = clusters;
    const open = [...around];
    for (let at = 0; at < open.length; at++) {
      const row = open[at] as number;
      if (labels[row] === -1) labels[row] = clusters;
      if (isSeen[row]) continue;
      isSeen[row] = 1;
      const further = await near(row);
      if (further.length >= least) for (const other of further) if (labels[other] === -1) open.push(other);
    }
    clusters += 1;
  }
  return labels;
}

/**
 * Where a sorted curve bends: the place farthest below the line between its ends (Satopää et al., ICDCSW 2011). Of distances to
 * the k-th neighbour that is a distance beyond which rows lie sparse.
 */
export function bendOf(distances: Float64Array): number {
  const sorted = distances.toSorted();
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  let [place, most] = [sorted.length - 1, Number.NEGATIVE_INFINITY];
  for (const [at, value] of sorted.entries()) {
    const under = at / Math.max(1, sorted.length - 1) - (high > low ? (value - low) / (high - low) : 0);
    if (under > most) [place, most] = [at, under];
  }
  return sorted[place] ?? 0;
}
