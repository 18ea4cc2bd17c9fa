// The nearest rows of each row of a table of numbers: what neighbour graphs, embeddings and classification by neighbours start
// from. All pairs are looked at up to `exactUpTo` rows; beyond, nearly all neighbours are found (descended-neighbours.ts).

import { momentsOf } from "../moments.ts";
import { descendedNeighbours } from "./descended-neighbours.ts";
import { exactNeighbours } from "./exact-neighbours.ts";
import type { Rows } from "./squared-length.ts";

export const metrics = ["euclidean", "cosine", "correlation"] as const;
/** The last two: 1 less the cosine of the angle between rows, or between rows less their means. */
export type Metric = (typeof metrics)[number];

export interface Neighbours {
  /** rows x count, row-major: the nearest first, of equally near ones the first row; never the row itself. */
  readonly indices: Int32Array;
  /** rows x count: how far. */
  readonly distances: Float64Array;
  /** At most one less than there are rows. */
  readonly count: number;
  /** Whether all pairs were looked at. */
  readonly isExact: boolean;
}

export interface NeighboursAsked {
  readonly count: number;
  readonly metric: Metric;
  /** Of the search that is not exact. */
  readonly seed?: number;
  /** Up to so many rows all pairs are looked at. */
  readonly exactUpTo?: number;
}

const usualExactUpTo = 16_000;

/**
 * `values`: rows x width, row-major, finite. `pause`: with the share that is done, often (each millisecond or so); it may throw.
 * A row without a direction (all 0, or constant with `correlation`) is at distance 1 of all that have one, and at 0 of its like.
 */
export async function nearestNeighbours(
  values: Float64Array,
  rows: number,
  width: number,
  { count, metric, seed = 0, exactUpTo = usualExactUpTo }: NeighboursAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<Neighbours> {
  const held = Math.max(0, Math.min(count, rows - 1));
  const isExact = rows <= exactUpTo;
  const given = metric === "euclidean" ? widestFirst({ values, rows, width }) : directionsOf({ values, rows, width }, metric);
  const lists = isExact ? await exactNeighbours(given, held, pause) : await descendedNeighbours(given, held, seed, pause);
  const distances = lists.away.map((square) => (metric === "euclidean" ? Math.sqrt(square) : square / 2));
  return { indices: lists.indices, distances, count: held, isExact };
}

/** Columns by their variance, the widest first: what is too far shows after a few of them. */
function widestFirst({ values, rows, width }: Rows): Rows {
  const spread = Array.from({ length: width }, (_, f) => momentsOf(values, { start: f, stride: width, count: rows }).squares);
  const order = spread.map((_, f) => f).sort((a, b) => (spread[b] as number) - (spread[a] as number));
  if (order.every((f, at) => f === at)) return { values, rows, width };
  const sorted = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += width) order.forEach((f, place) => (sorted[at + place] = values[at + f] as number));
  return { values: sorted, rows, width };
}

/** Rows of length 1: half the square of what lies between two is 1 less the cosine. One more column stands for no direction. */
function directionsOf({ values, rows, width }: Rows, metric: Metric): Rows {
  const wide = width + 1;
  const units = new Float64Array(rows * wide);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    const { mean, isConstant } = momentsOf(own);
    const middle = metric === "correlation" ? mean : 0;
    let largest = 0;
    for (const value of own) largest = Math.max(largest, Math.abs(value - middle));
    let squares = 0;
    for (const value of own) squares += ((value - middle) / largest) ** 2;
    const length = Math.sqrt(squares) * largest;
    const isNowhere = largest === 0 || (metric === "correlation" && isConstant);
    if (isNowhere) units[row * wide + width] = 1;
    else for (let f = 0; f < width; f++) units[row * wide + f] = ((own[f] as number) - middle) / length;
  }
  return { values: units, rows, width: wide };
}
