// New rows on a map that stands: each begins at the mean of its neighbours' places, by how near they are, and is pulled and pushed by
// those that stand, which do not move. As umap-learn's transform does (umap-learn 0.5, UMAP.transform; McInnes, Healy and Melville,
// arXiv:1802.03426).

import { streamSeed } from "../../seeded-random.ts";
import { type MapAxes, placesOf, pointsOf } from "../places.ts";
import { nearestOfKnown } from "../../neighbours/nearest-of-known.ts";
import type { Metric } from "../../neighbours/nearest-neighbours.ts";
import { curveOfDistances } from "./curve-of-distances.ts";
import { localScale, neighbourWeights } from "./neighbour-weights.ts";
import { pullAndPush } from "./pull-and-push.ts";

export interface NewOnMap {
  readonly options: {
    readonly neighbours: number;
    readonly metric: Metric;
    readonly leastDistance: number;
    readonly spread: number;
    readonly epochs: number | null;
    readonly seed: number;
  };
  /** rows x width, and rows x axes. */
  readonly known: Float64Array;
  readonly places: Float64Array;
  readonly axes: number;
  /** more x width. */
  readonly values: Float64Array;
  readonly more: number;
  readonly width: number;
  pause(share: number): Promise<void> | void;
}

/** A third of the rounds of the map, and steps a quarter as long. */
const roundsPart = 3;
const firstStep = 0.25;
const usualRounds = 100;

/** more x axes, row-major. */
export async function placeNew(task: NewOnMap): Promise<Float64Array> {
  const { options, known, places, values, more, width, pause } = task;
  const axes = task.axes as MapAxes;
  const rows = places.length / axes;
  const count = Math.min(options.neighbours, rows);
  const near = await nearestOfKnown({ known, values, width, count, metric: options.metric }, (share) => pause(share / 2));
  const weights = neighbourWeights(near, more, count, localScale(near, more, count));
  const start = new Float64Array(more * axes);
  for (let row = 0; row < more; row++) {
    let sum = 0;
    for (let at = row * count; at < (row + 1) * count; at++) {
      const weight = weights[at] as number;
      const other = near.indices[at] as number;
      sum += weight;
      for (let k = 0; k < axes; k++)
        start[row * axes + k] = (start[row * axes + k] as number) + weight * (places[other * axes + k] as number);
    }
    for (let k = 0; k < axes; k++) start[row * axes + k] = (start[row * axes + k] as number) / sum;
  }
  const points = placesOf(start, axes);
  await pullAndPush({
    points,
    others: placesOf(places, axes),
    from: Int32Array.from(weights, (_, at) => Math.floor(at / count)),
    to: near.indices,
    weight: weights,
    curve: curveOfDistances(options.spread, options.leastDistance),
    epochs: options.epochs === null ? usualRounds : Math.max(1, Math.floor(options.epochs / roundsPart)),
    seed: streamSeed(options.seed, 2),
    step: firstStep,
    pause: (share) => pause((1 + share) / 2),
  });
  return pointsOf(points, axes);
}
