// How much nearer a row is to its own cluster than to the next one (Rousseeuw, Journal of Computational and Applied Mathematics
// 20:53-65, 1987): 1 well within, 0 on the edge, below 0 nearer to another. A row that is a cluster of its own has 0.

import type { Rows } from "../neighbours/squared-length.ts";

export interface Silhouettes {
  /** One a row of `of`; NaN for a row of no cluster, and where there is but one cluster. */
  readonly values: Float64Array;
  /** Of the other clusters the nearest. */
  readonly next: Int32Array;
}

const piece = 2e6;

/**
 * By Euclidean distance, of several groupings of the same rows at once: distances are the costly part. Labels from 0, below 0: of
 * no cluster, which counts for nobody. `of`: of which rows; they are compared with all.
 */
export async function silhouettes(
  { values, rows, width }: Rows,
  groupings: readonly Int32Array[],
  of: ArrayLike<number>,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<readonly Silhouettes[]> {
  const counts = groupings.map((labels) => sizesOf(labels));
  const answers = groupings.map(() => ({
    values: new Float64Array(of.length).fill(Number.NaN),
    next: new Int32Array(of.length).fill(-1),
  }));
  const sums = counts.map((sizes) => new Float64Array(sizes.length));
  let work = 0;
  for (let at = 0; at < of.length; at++) {
    const row = of[at] as number;
    for (const sum of sums) sum.fill(0);
    for (let other = 0; other < rows; other++) {
      let square = 0;
      for (let f = 0, i = row * width, j = other * width; f < width; f++, i++, j++) {
        const off = (values[i] as number) - (values[j] as number);
        square += off * off;
      }
      const away = Math.sqrt(square);
      for (const [nth, labels] of groupings.entries()) {
        const label = labels[other] as number;
        const into = sums[nth] as Float64Array;
        if (label >= 0) into[label] = (into[label] as number) + away;
      }
    }
    for (const [nth, labels] of groupings.entries()) {
      const own = labels[row] as number;
      const sizes = counts[nth] as Int32Array;
      const answer = answers[nth] as Silhouettes;
      if (own < 0) continue;
      let [next, least] = [-1, Number.POSITIVE_INFINITY];
      for (const [label, size] of sizes.entries()) {
        if (label === own || size === 0) continue;
        const mean = (sums[nth]?.[label] as number) / size;
        if (mean < least) [next, least] = [label, mean];
      }
      answer.next[at] = next;
      if (next < 0) continue;
      const size = sizes[own] as number;
      const within = (sums[nth]?.[own] as number) / (size - 1);
      const widest = Math.max(within, least);
      answer.values[at] = size === 1 || widest === 0 ? 0 : (least - within) / widest;
    }
    work += rows * (width + groupings.length);
    if (work > piece) {
      work = 0;
      await pause(at / of.length);
    }
  }
  return answers;
}

/** How many rows each label has, from 0. */
export function sizesOf(labels: ArrayLike<number>): Int32Array {
  let most = -1;
  for (let row = 0; row < labels.length; row++) most = Math.max(most, labels[row] as number);
  const sizes = new Int32Array(most + 1);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] as number;
    if (label >= 0) sizes[label] = (sizes[label] as number) + 1;
  }
  return sizes;
}

/** Of those that are known; NaN where none is. */
export function meanSilhouette(values: Float64Array): number {
  let [sum, n] = [0, 0];
  for (const value of values)
    if (!Number.isNaN(value)) {
      sum += value;
      n += 1;
    }
  return n === 0 ? Number.NaN : sum / n;
}
