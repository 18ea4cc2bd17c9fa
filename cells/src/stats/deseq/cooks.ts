// Cook's distances of the counts of a gene: how far its coefficients would move without that sample. The variance is one that no
// single count makes large (Love, Huber & Anders 2014, Methods, "Cook's distance and outlier detection").

import { type CountDesign, inCellsOf } from "./count-design.ts";

/** Below this no dispersion is believed when outliers are looked for. */
const leastDispersion = 0.04;

export interface FittedGene {
  readonly counts: Float64Array;
  readonly normalised: Float64Array;
  readonly means: Float64Array;
  readonly leverage: Float64Array;
}

export function cooksDistances(design: CountDesign, { counts, normalised, means, leverage }: FittedGene): Float64Array {
  const mean = normalised.reduce((sum, value) => sum + value, 0) / normalised.length;
  const dispersion = Math.max((robustVariance(design, normalised) - mean) / mean ** 2, leastDispersion);
  return counts.map((count, sample) => {
    const expected = means[sample] as number;
    const hat = leverage[sample] as number;
    const square = (count - expected) ** 2 / (expected + dispersion * expected * expected);
    return ((square / design.width) * hat) / (1 - hat) ** 2;
  });
}

/** Trimmed within the cells of three samples and more, the largest of them; of all samples where there is no such cell. */
function robustVariance(design: CountDesign, normalised: Float64Array): number {
  const large = [...design.sizes.keys()].filter((cell) => (design.sizes[cell] as number) >= 3);
  if (large.length === 0) return trimmedVariance(normalised, { trim: 1 / 8, scale: 1.51 });
  return Math.max(
    ...large.map((cell) => {
      const values = normalised.filter((_, sample) => design.cells[sample] === cell);
      return trimmedVariance(values, rulesOf(values.length));
    }),
  );
}

interface Rules {
  readonly trim: number;
  /** Brings the trimmed squares of a normal sample to its variance. */
  readonly scale: number;
}
function rulesOf(samples: number): Rules {
  if (samples <= 3) return { trim: 1 / 3, scale: 2.04 };
  return samples <= 23 ? { trim: 1 / 4, scale: 1.86 } : { trim: 1 / 8, scale: 1.51 };
}

function trimmedVariance(values: Float64Array, { trim, scale }: Rules): number {
  const middle = trimmedMean(values, trim);
  return (
    scale *
    trimmedMean(
      values.map((value) => (value - middle) ** 2),
      trim,
    )
  );
}

/** As many left out at each end as the share gives in whole. */
export function trimmedMean(values: Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const cut = Math.floor(values.length * share);
  const rest = sorted.subarray(cut, sorted.length - cut);
  return rest.reduce((sum, value) => sum + value, 0) / rest.length;
}

/** The largest of the samples whose cell has three and more; NaN: there are none, or nothing is left to judge by. */
export function largestDistance(
  design: CountDesign,
  distances: Float64Array,
  isCounted: (sample: number) => boolean = () => true,
): number {
  if (design.samples <= design.width) return Number.NaN;
  let largest = Number.NaN;
  inCellsOf(design, 3).forEach((isLarge, sample) => {
    if (!isLarge) return;
    const distance = isCounted(sample) ? (distances[sample] as number) : 0;
    if (!(distance <= largest)) largest = distance;
  });
  return largest;
}
