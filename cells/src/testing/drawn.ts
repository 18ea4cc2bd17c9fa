// Numbers drawn for simulations, and how far from a rule chance alone may bring what is found of them. For tests only. The generator is
// one that R draws equally in doubles (minimal standard, Park and Miller 1988), so that another program can answer of the same numbers.

import { binomial } from "../stats/distributions/binomial.ts";
import { normalQuantile } from "../stats/normal-quantile.ts";

export interface Drawing {
  uniform(): number;
  normal(): number;
  exponential(): number;
  /** Poisson with that mean, by sequential inversion. */
  poisson(mean: number): number;
  /** Negative binomial: variance mean + dispersion x mean². */
  counts(mean: number, dispersion: number): number;
}

export function drawing(seed: number): Drawing {
  let state = seed;
  const uniform = (): number => {
    state = (16_807 * state) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return {
    uniform,
    normal: () => normalQuantile(uniform()),
    exponential: () => -Math.log(uniform()),
    poisson(mean) {
      const u = uniform();
      let [k, term] = [0, Math.exp(-mean)];
      for (let below = term; u > below && k < 10_000; below += term) term *= mean / ++k;
      return k;
    },
    counts(mean, dispersion) {
      const size = 1 / dispersion;
      const share = mean / (mean + size);
      const u = uniform();
      let [k, term] = [0, (1 - share) ** size];
      for (let below = term; u > below && k < 100_000; below += term) {
        term *= ((k + size) * share) / (k + 1);
        k++;
      }
      return k;
    },
  };
}

/** How far the distribution of p is from the uniform one, over what one of a thousand uniform sets exceeds (Kolmogorov's limit). */
export function farFromUniform(p: readonly number[]): number {
  const sorted = Float64Array.from(p).sort();
  const n = sorted.length;
  const far = sorted.reduce((most, value, at) => Math.max(most, value - at / n, (at + 1) / n - value), 0);
  return (far * Math.sqrt(n)) / 1.9495;
}

/** Between these lie at least 999 of 1,000 numbers of successes in n trials of that probability: half of the rest is on either side. */
export function within999(n: number, probability: number): readonly [number, number] {
  let [low, high] = [0, n];
  const middle = Math.round(n * probability);
  const step = Math.sqrt(n * probability * (1 - probability));
  // Five deviations away next to nothing is left.
  for (let k = Math.max(0, Math.floor(middle - 5 * step)); k <= middle; k++)
    if (binomial.lower(k, n, probability) <= 0.0005) low = k + 1;
  for (let k = Math.min(n, Math.ceil(middle + 5 * step)); k >= middle; k--)
    if (binomial.upper(k, n, probability) <= 0.0005) high = k;
  return [low, high];
}

export const shareBelow = (p: readonly number[], alpha: number): number => p.filter((value) => value <= alpha).length;
