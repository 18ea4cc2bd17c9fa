// Nearest neighbours as a graph with weights, as single-cell tools cluster it: how likely two rows are neighbours, as UMAP weighs
// it (McInnes, Healy and Melville, arXiv:1802.03426, section 3.1; scanpy's `neighbors`), or which share of their neighbours two
// rows have in common (Jaccard; Levine et al., Cell 162:184-197, 2015; Seurat's `FindNeighbors`).

import type { Neighbours } from "../neighbours/nearest-neighbours.ts";

/** Both directions of each edge; rows of `targets` ascend. No edge leads back to its own node. */
export interface WeightedGraph {
  readonly nodes: number;
  /** nodes + 1. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
}

export const graphWeights = ["umap", "jaccard"] as const;
export type GraphWeights = (typeof graphWeights)[number];
/** Rows with a smaller share in common are not joined, as Seurat's prune.SNN. */
const leastShared = 1 / 15;

export const neighbourGraph = (found: Neighbours, rows: number, weights: GraphWeights): WeightedGraph =>
  weights === "umap" ? likelyNeighbours(found, rows) : sharedNeighbours(found, rows);

/** The row itself counts as one of `count + 1` neighbours, at distance 0. */
function likelyNeighbours({ indices, distances, count }: Neighbours, rows: number): WeightedGraph {
  const target = Math.log2(count + 1);
  const overall = distances.length === 0 ? 0 : distances.reduce((sum, away) => sum + away, 0) / (rows * (count + 1));
  const directed = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const own = distances.subarray(row * count, (row + 1) * count);
    const nearest = own.find((away) => away > 0) ?? 0;
    let [low, high, width] = [0, Number.POSITIVE_INFINITY, 1];
    for (let turn = 0; turn < 64; turn++) {
      let sum = 0;
      for (const away of own) sum += away > nearest ? Math.exp(-(away - nearest) / width) : 1;
      if (Math.abs(sum - target) < 1e-5) break;
      if (sum > target) {
        high = width;
        width = (low + high) / 2;
      } else {
        low = width;
        width = high === Number.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
      }
    }
    // No row is left without a width, whatever its distances.
    const mean = own.reduce((sum, away) => sum + away, 0) / (count + 1);
    width = Math.max(width, 1e-3 * (nearest > 0 ? mean : overall));
    for (const [at, away] of own.entries())
      directed[row * count + at] = away > nearest && width > 0 ? Math.exp(-(away - nearest) / width) : 1;
  }
  return joined(indices, directed, count, rows, (a, b) => a + b - a * b);
}

/** The row itself is one of its neighbours; two rows that have no neighbour in common are not joined. */
function sharedNeighbours({ indices, count }: Neighbours, rows: number): WeightedGraph {
  const { starts, sources } = backwards(indices, count, rows);
  const shared = new Int32Array(rows);
  const touched = new Int32Array(rows);
  const share = (both: number): number => both / (2 * (count + 1) - both);
  let n = 0;
  const meetOne = (other: number): void => {
    if (shared[other] === 0) touched[n++] = other;
    shared[other] = (shared[other] as number) + 1;
  };
  const meet = (neighbour: number): void => {
    meetOne(neighbour);
    for (let at = starts[neighbour] as number; at < (starts[neighbour + 1] as number); at++) meetOne(sources[at] as number);
  };
  const offsets = new Int32Array(rows + 1);
  const targets: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    n = 0;
    meet(row);
    for (let at = row * count; at < (row + 1) * count; at++) meet(indices[at] as number);
    // Those that stay are few, and are put in order alone.
    let stay = 0;
    for (let at = 0; at < n; at++) {
      const other = touched[at] as number;
      if (other !== row && share(shared[other] as number) >= leastShared) touched[stay++] = other;
      else shared[other] = 0;
    }
    for (const other of touched.subarray(0, stay).sort()) {
      targets.push(other);
      weights.push(share(shared[other] as number));
      shared[other] = 0;
    }
    offsets[row + 1] = targets.length;
  }
  return { nodes: rows, offsets, targets: Int32Array.from(targets), weights: Float64Array.from(weights) };
}

/** Of each row those whose neighbour it is, ascending, and the place of that neighbour in the lists. */
function backwards(indices: Int32Array, count: number, rows: number) {
  const starts = new Int32Array(rows + 1);
  for (const other of indices) starts[other + 1] = (starts[other + 1] as number) + 1;
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const sources = new Int32Array(indices.length);
  const places = new Int32Array(indices.length);
  for (const [at, other] of indices.entries()) {
    const place = next[other] as number;
    next[other] = place + 1;
    sources[place] = Math.floor(at / count);
    places[place] = at;
  }
  return { starts, sources, places };
}

/** A directed list of neighbours as a graph: `both` makes one weight of those of the two directions, 0 where there is none. */
function joined(
  indices: Int32Array,
  directed: Float64Array,
  count: number,
  rows: number,
  both: (there: number, back: number) => number,
): WeightedGraph {
  const { starts, sources, places } = backwards(indices, count, rows);
  const offsets = new Int32Array(rows + 1);
  const targets = new Int32Array(2 * indices.length);
  const weights = new Float64Array(2 * indices.length);
  const there = new Float64Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const own = indices.slice(row * count, (row + 1) * count).sort();
    for (let at = row * count; at < (row + 1) * count; at++) there[indices[at] as number] = directed[at] as number;
    let [a, b] = [0, starts[row] as number];
    const end = starts[row + 1] as number;
    while (a < own.length || b < end) {
      const [forth, back] = [own[a] ?? rows, b < end ? (sources[b] as number) : rows];
      const other = Math.min(forth, back);
      const weight = both(
        forth === other ? (there[other] as number) : 0,
        back === other ? (directed[places[b] as number] as number) : 0,
      );
      if (forth === other) a += 1;
      if (back === other) b += 1;
      if (weight <= 0) continue;
      targets[n] = other;
      weights[n] = weight;
      n += 1;
    }
    offsets[row + 1] = n;
  }
  return { nodes: rows, offsets, targets: targets.slice(0, n), weights: weights.slice(0, n) };
}
