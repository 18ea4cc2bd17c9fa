// Uniform manifold approximation and projection (McInnes, Healy and Melville, arXiv:1802.03426), as umap-learn 0.5 does it: neighbours
// on their own scales, both directions joined, a start by the graph's eigenvectors, then pulls and pushes. One thread, one seed: one map.

import { seededRandom, streamSeed } from "../../seeded-random.ts";
import { directionsJoined } from "../directions-joined.ts";
import { type MapAxes, placesOf, pointsOf } from "../places.ts";
import { curveOfDistances } from "./curve-of-distances.ts";

import { localScale, type Neighbours, neighbourWeights } from "./neighbour-weights.ts";
import { pullAndPush } from "./pull-and-push.ts";
import { spectralStart } from "./spectral-start.ts";

export interface UmapOptions {
  /** Of each row, the row itself among them, as the field counts. */
  readonly neighbours: number;
  /** How near points may come, in units of the spread. */
  readonly leastDistance: number;
  readonly spread: number;
  readonly axes: MapAxes;
  /** Null: 500 up to 10,000 rows, 200 beyond. */
  readonly epochs: number | null;
  readonly seed: number;
}

export interface Umap {
  /** rows x axes, row-major. */
  readonly points: Float64Array;
  readonly start: "spectral" | "components";
}

const smallRows = 10_000;
/** The start is stretched to this, and moved a little, so that no two points stand at one place. */
const startSize = 10;
const jitter = 1e-4;

/**
 * `near`: the nearest `neighbours - 1` others of each row. `start`: rows x axes, where the graph gives no start of its own.
 */
export async function umap(
  near: Neighbours,
  rows: number,
  start: Float64Array,
  options: UmapOptions,
  pause: (share: number) => Promise<void> | void,
): Promise<Umap> {
  const { axes, seed } = options;
  const count = options.neighbours - 1;
  const weights = neighbourWeights(near, rows, count, localScale(near, rows, count));
  // Near by the measure of either (section 3.1).
  const graph = directionsJoined(near.indices, weights, rows, (one, other) => one + other - one * other);
  const spectral = spectralStart(graph, axes);
  await pause(0.05);
  const points = placesOf(stretched(spectral ?? start, rows, axes, seed), axes);
  const from = new Int32Array(graph.to.length);
  for (let row = 0; row < rows; row++) from.fill(row, graph.starts[row], graph.starts[row + 1]);
  await pullAndPush({
    points,
    others: points,
    from,
    to: graph.to,
    weight: graph.weight,
    curve: curveOfDistances(options.spread, options.leastDistance),
    epochs: options.epochs ?? (rows <= smallRows ? 500 : 200),
    seed: streamSeed(seed, 1),
    step: 1,
    pause: (share) => pause(0.05 + 0.95 * share),
  });
  return { points: pointsOf(points, axes), start: spectral ? "spectral" : "components" };
}

/** Between 0 and 10 along each axis. */
function stretched(start: Float64Array, rows: number, axes: number, seed: number): Float64Array {
  const random = seededRandom(streamSeed(seed, 0));
  let largest = 0;
  for (const value of start) largest = Math.max(largest, Math.abs(value));
  const points = start.map(
    (value) => (largest > 0 ? (value / largest) * startSize : 0) + jitter * (random() + random() + random() - 1.5) * 2,
  );
  for (let k = 0; k < axes; k++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      const value = points[row * axes + k] as number;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    const width = high - low || 1;
    for (let row = 0; row < rows; row++)
      points[row * axes + k] = (startSize * ((points[row * axes + k] as number) - low)) / width;
  }
  return points;
}
