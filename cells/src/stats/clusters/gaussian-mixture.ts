// Mixtures of Gaussians from several starts: the likeliest stays.

import type { Rows } from "../neighbours/squared-length.ts";
import { kMeans } from "./k-means.ts";
import { type GaussianMixture, mixtureFrom, type Spread } from "./mixture-from.ts";

export interface MixtureAsked {
  readonly k: number;
  readonly spread: Spread;
  /** Each start begins with another k-means. */
  readonly starts: number;
  readonly seed: number;
  /** Added to variances, in the square of the unit of the data: no cloud is flat. */
  readonly floor?: number;
}

export async function gaussianMixture(
  given: Rows,
  { k, spread, starts, seed, floor = 1e-6 }: MixtureAsked,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<GaussianMixture> {
  let best: GaussianMixture | null = null;
  for (let start = 0; start < Math.max(1, starts); start++) {
    const first = await kMeans(given, { k, starts: 1, seed: seed + start }, () => pause(start / starts));
    const found = await mixtureFrom(given, first.labels, { k, spread, floor }, () => pause((start + 0.5) / starts));
    if (!best || found.logLikelihood > best.logLikelihood + 1e-9 * Math.abs(best.logLikelihood)) best = found;
  }
  return best as GaussianMixture;
}
