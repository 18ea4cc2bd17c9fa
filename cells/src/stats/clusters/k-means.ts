// k-means: groups of rows around their means. Of many starts the one with the least sum of squares stays.

import type { Rows } from "../neighbours/squared-length.ts";
import { seededRandom, streamSeed } from "../seeded-random.ts";
import { type KMeans, lloyd } from "./lloyd.ts";
import { plusPlus } from "./plus-plus.ts";

export interface KMeansAsked {
  /** At least 1, at most as many as there are different rows. */
  readonly k: number;
  readonly starts: number;
  readonly seed: number;
}

/** Rows are finite. `pause`: with the share that is done, between two rounds; it may throw. */
export async function kMeans(
  given: Rows,
  { k, starts, seed }: KMeansAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<KMeans> {
  let best: KMeans | null = null;
  for (let start = 0; start < Math.max(1, starts); start++) {
    const random = seededRandom(streamSeed(seed, start));
    const centres = plusPlus(given, k, random);
    const found = await lloyd(given, centres, k, (round) => pause((start + Math.min(round, 20) / 20) / starts));
    // A start counts as better by more than rounding: else the order of sums chose among equal answers.
    if (!best || found.inertia < best.inertia * (1 - 1e-12)) best = found;
  }
  return best as KMeans;
}
