// Where rows and columns of a heatmap stand on their axis once a tree is cut: clusters stand apart, by as many empty fields as
// make a gap that can be seen.

import { cutTree } from "../../stats/clusters/cut-tree.ts";
import type { Clustering } from "../../stats/clusters/hclust.ts";

export interface Cluster {
  /** From 1 along the picture. */
  readonly number: number;
  /** Places of its first and last on the axis. */
  readonly from: number;
  readonly to: number;
}
export interface Places {
  /** Of each row or column as it is drawn. */
  readonly at: readonly number[];
  /** Fields of the axis, empty ones among them. */
  readonly size: number;
  /** Of each as it is drawn; null: not cut. */
  readonly clusters: readonly number[] | null;
  readonly spans: readonly Cluster[];
}

/** One beside the other. */
export const withoutGaps = (size: number): Places => ({
  at: Array.from({ length: size }, (_, place) => place),
  size,
  clusters: null,
  spans: [],
});

/** The tree's leaves in their order, cut into `groups`; a cluster is a branch, whose leaves stand together. */
export function placesOfClusters(tree: Clustering, groups: number): Places {
  const size = tree.order.length;
  const of = groups > 1 ? cutTree(tree, { groups }) : null;
  if (!of) return withoutGaps(size);
  // About one part in a hundred of the axis.
  const gap = Math.max(1, Math.round(size / 100));
  const at: number[] = [];
  const clusters: number[] = [];
  const spans: { number: number; from: number; to: number }[] = [];
  let place = 0;
  let before = -1;
  for (const leaf of tree.order) {
    const group = of[leaf] as number;
    if (group !== before) {
      if (before >= 0) place += gap;
      spans.push({ number: spans.length + 1, from: place, to: place });
      before = group;
    }
    const span = spans.at(-1) as { number: number; to: number };
    span.to = place;
    at.push(place);
    clusters.push(span.number);
    place++;
  }
  return { at, size: place, clusters, spans };
}

/** Values of fields, row by row, with nothing where clusters stand apart. */
export function spreadOut(values: Float64Array, rows: Places, columns: Places): Float64Array {
  if (rows.size * columns.size === values.length) return values;
  const width = columns.at.length;
  const out = new Float64Array(rows.size * columns.size).fill(Number.NaN);
  rows.at.forEach((row, r) => {
    columns.at.forEach((column, c) => {
      out[row * columns.size + column] = values[r * width + c] as number;
    });
  });
  return out;
}

/** Where a point of a tree stands that lies between its leaves: halfway stays halfway. */
export function placeBetween({ at }: Places, place: number): number {
  const low = Math.floor(place);
  const [a, b] = [at[low] as number, at[Math.min(low + 1, at.length - 1)] as number];
  return a + (place - low) * (b - a);
}
