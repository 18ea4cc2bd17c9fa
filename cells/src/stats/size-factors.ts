// Factors of samples by what was kept of the training. Median of ratios: Anders & Huber, Genome Biol. 11:R106, 2010; TMM:
// Robinson & Oshlack, Genome Biol. 11:R25, 2010; upper quartile: Bullard et al., BMC Bioinformatics 11:94, 2010.

import { medianOf, quantiles } from "./quantiles.ts";

/** Null in `reference`: the feature is not used. */
export interface Reference {
  readonly reference: readonly (number | null)[];
  readonly size: number;
}

/** `reference`: mean logarithms of the counts of each feature. NaN: nothing to compare by. */
export function medianOfRatios(counts: Float64Array, { reference }: Reference): number {
  const ratios: number[] = [];
  reference.forEach((mean, at) => {
    const count = counts[at] as number;
    if (mean !== null && count > 0) ratios.push(Math.log(count) - mean);
  });
  return ratios.length === 0 ? Number.NaN : Math.exp(quantiles(Float64Array.from(ratios), [0.5])[0] as number);
}

/** Over the library size, of features that are not 0 in all of the training. */
export function upperQuartile(counts: Float64Array, size: number, { reference }: Reference): number {
  const used = counts.filter((_, at) => reference[at] !== null);
  return used.length === 0 ? Number.NaN : (quantiles(used, [0.75])[0] as number) / size;
}

/** Trimmed by 30 % of the log ratios and 5 % of the mean logs, weighted by the delta method's variances. */
export function trimmedMean(counts: Float64Array, size: number, { reference, size: referenceSize }: Reference): number {
  const ratios: number[] = [];
  const means: number[] = [];
  const variances: number[] = [];
  reference.forEach((other, at) => {
    const count = counts[at] as number;
    if (other === null || !(other > 0) || !(count > 0)) return;
    const here = count / size;
    const there = other / referenceSize;
    ratios.push(Math.log2(here / there));
    means.push((Math.log2(here) + Math.log2(there)) / 2);
    variances.push((size - count) / size / count + (referenceSize - other) / referenceSize / other);
  });
  if (ratios.every((ratio) => Math.abs(ratio) < 1e-6)) return 1;
  const n = ratios.length;
  const [leastRatio, mostRatio] = withinRanks(ratios, Math.floor(n * 0.3) + 1);
  const [leastMean, mostMean] = withinRanks(means, Math.floor(n * 0.05) + 1);
  let sum = 0;
  let weights = 0;
  for (let at = 0; at < n; at++) {
    const ratio = ratios[at] as number;
    const mean = means[at] as number;
    if (!(ratio >= leastRatio && ratio <= mostRatio && mean >= leastMean && mean <= mostMean)) continue;
    sum += ratio / (variances[at] as number);
    weights += 1 / (variances[at] as number);
  }
  const log = sum / weights;
  return 2 ** (Number.isNaN(log) ? 0 : log);
}

/** The least and the largest value whose rank, of equal ones the mean, is at least `low` from either end; NaN: there is none. */
function withinRanks(values: readonly number[], low: number): readonly [number, number] {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const equalTo = (place: number): readonly [number, number] => {
    let [first, last] = [place, place];
    while (first > 0 && sorted[first - 1] === sorted[place]) first--;
    while (last < n - 1 && sorted[last + 1] === sorted[place]) last++;
    return [first, last];
  };
  const [first, last] = equalTo(low - 1);
  const least = (first + last) / 2 + 1 >= low ? sorted[low - 1] : sorted[last + 1];
  const [firstAbove, lastAbove] = equalTo(n - low);
  const most = (firstAbove + lastAbove) / 2 + 1 <= n + 1 - low ? sorted[n - low] : sorted[firstAbove - 1];
  return [least ?? Number.NaN, most ?? Number.NaN];
}

/** The sample whose upper quartile is nearest the mean; where most are 0, that of the largest sum of square roots. */
export function referenceSample(counts: readonly Float64Array[], sizes: Float64Array, used: Reference): number {
  const quarters = counts.map((each, sample) => upperQuartile(each, sizes[sample] as number, used));
  const mean = quarters.reduce((sum, value) => sum + value, 0) / quarters.length;
  const far =
    medianOf(quarters) < 1e-20
      ? counts.map((each) => -each.reduce((sum, count) => sum + Math.sqrt(count), 0))
      : quarters.map((value) => Math.abs(value - mean));
  return far.reduce((best, value, at) => (value < (far[best] as number) ? at : best), 0);
}

/** TMM's factors of samples, counts of each by itself, among each other: their geometric mean is 1. NaN: a sample has nothing in common with the one they are compared with. */
export function trimmedMeans(counts: readonly Float64Array[], sizes: Float64Array): Float64Array {
  const features = counts[0]?.length ?? 0;
  const isSome = Array.from({ length: features }, (_, feature) => counts.some((each) => (each[feature] as number) > 0));
  const chosen = referenceSample(counts, sizes, { reference: isSome.map((is) => (is ? 1 : null)), size: 0 });
  const own = counts[chosen] as Float64Array;
  const reference = {
    reference: isSome.map((is, feature) => (is ? (own[feature] as number) : null)),
    size: sizes[chosen] as number,
  };
  const factors = Float64Array.from(counts, (each, sample) => trimmedMean(each, sizes[sample] as number, reference));
  const centre = Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
  return factors.map((factor) => factor / centre);
}
