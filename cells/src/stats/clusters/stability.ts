// Whether clusters come again when rows are drawn anew with replacement (Hennig, Computational Statistics and Data Analysis
// 52:258-271, 2007; fpc's clusterboot): of each cluster how alike the likest new one is, by the rows of both that were drawn.
// Above .75 a cluster is stable, below .5 it dissolves.

import type { Rows } from "../neighbours/squared-length.ts";
import { seededRandom, streamSeed } from "../seeded-random.ts";
import { sizesOf } from "./silhouettes.ts";

export interface StabilityAsked {
  readonly labels: Int32Array;
  readonly draws: number;
  readonly seed: number;
  /** Draws come in order; the same number, the same draw. */
  cluster(rows: Rows, draw: number): Promise<Int32Array>;
}

/** Of each cluster the mean Jaccard index over draws in which any of its rows came; NaN where none did. */
export async function stabilityOf(
  { values, rows, width }: Rows,
  { labels, draws, seed, cluster }: StabilityAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<Float64Array> {
  const clusters = sizesOf(labels).length;
  const sums = new Float64Array(clusters);
  const seen = new Int32Array(clusters);
  for (let draw = 0; draw < draws; draw++) {
    const random = seededRandom(streamSeed(seed, draw));
    const came = new Uint8Array(rows);
    for (let at = 0; at < rows; at++) came[Math.floor(random() * rows)] = 1;
    // A row that came twice is one row: copies would be a cluster of their own.
    const drawn = Int32Array.from([...came.keys()].filter((row) => came[row] === 1));
    const part = new Float64Array(drawn.length * width);
    drawn.forEach((row, at) => part.set(values.subarray(row * width, (row + 1) * width), at * width));
    const found = await cluster({ values: part, rows: drawn.length, width }, draw);
    const before = drawn.map((row) => labels[row] as number);
    for (const [label, alike] of likest(before, found, clusters).entries()) {
      if (Number.isNaN(alike)) continue;
      sums[label] = (sums[label] as number) + alike;
      seen[label] = (seen[label] as number) + 1;
    }
    await pause((draw + 1) / draws);
  }
  return sums.map((sum, label) => sum / (seen[label] as number));
}

/** Of each label of `before` the largest Jaccard index with one of `found`. */
function likest(before: Int32Array, found: Int32Array, clusters: number): Float64Array {
  const sizes = sizesOf(before);
  const others = sizesOf(found);
  const both = new Int32Array(clusters * others.length);
  for (const [row, label] of before.entries()) {
    const other = found[row] as number;
    if (label >= 0 && other >= 0) both[label * others.length + other] = (both[label * others.length + other] as number) + 1;
  }
  return Float64Array.from({ length: clusters }, (_, label) => {
    const size = sizes[label] ?? 0;
    if (size === 0) return Number.NaN;
    let most = 0;
    for (const [other, count] of others.entries()) {
      const shared = both[label * others.length + other] as number;
      most = Math.max(most, shared / (size + count - shared));
    }
    return most;
  });
}
