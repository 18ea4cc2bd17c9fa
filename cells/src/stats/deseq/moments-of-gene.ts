// What is known of a gene before anything is fitted: mean and variance of its normalised counts, and by them a first dispersion.

import type { CountDesign } from "./count-design.ts";
import { leastDispersion } from "./search-dispersion.ts";

export interface GeneMoments {
  readonly mean: number;
  /** By n - 1. */
  readonly variance: number;
}

export function momentsOfGene(normalised: Float64Array): GeneMoments {
  const n = normalised.length;
  const mean = normalised.reduce((sum, value) => sum + value, 0) / n;
  const variance = normalised.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, variance };
}

export const mostDispersion = (samples: number): number => Math.max(10, samples);

export const withinBounds = (dispersion: number, samples: number): number =>
  Math.min(Math.max(leastDispersion, dispersion), mostDispersion(samples));

/** The smaller of what least squares leave over and of what the variance is beyond Poisson's. `inverse`: mean of 1 over the factors. */
export function firstDispersion(
  design: CountDesign,
  normalised: Float64Array,
  fitted: Float64Array,
  { moments: { mean, variance }, inverse }: { readonly moments: GeneMoments; readonly inverse: number },
): number {
  const { samples, width } = design;
  let rough = 0;
  for (let sample = 0; sample < samples; sample++) {
    const expected = Math.max(1, fitted[sample] as number);
    rough += (((normalised[sample] as number) - expected) ** 2 - expected) / expected ** 2;
  }
  rough = Math.max(0, rough / (samples - width));
  return withinBounds(Math.min(rough, (variance - inverse * mean) / mean ** 2), samples);
}
