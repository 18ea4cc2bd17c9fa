// Quantile normalisation: Bolstad, Irizarry, Åstrand & Speed, Bioinformatics 19:185-193, 2003, with what preprocessCore 1.60 does of
// ties (the mean rank; where it lies between two, the mean of their values) and of missing values (quantiles of what is there,
// straight lines between them). Values that are not there stay so.

import { ranksOfValues } from "./ranks.ts";

/** A place that rounding alone moved from a whole one is the whole one. */
const near = 4 * Number.EPSILON;

/** What stands at a place from 0 of sorted values, between two on the straight line. */
function valueAt(sorted: ArrayLike<number>, place: number): number {
  const low = Math.floor(place + near);
  const part = place - low;
  const here = sorted[low] as number;
  if (Math.abs(part) <= near || low + 1 >= sorted.length) return here;
  return (1 - part) * here + part * (sorted[low + 1] as number);
}

const present = (values: Float64Array): Float64Array => values.filter((value) => value === value);

/** The mean of the sorted values of all samples; one without any value tells nothing of it. Null: none has one. */
export function meanQuantiles(count: number, samples: number, sampleOf: (sample: number) => Float64Array): Float64Array | null {
  const sums = new Float64Array(count);
  let taken = 0;
  for (let sample = 0; sample < samples; sample++) {
    const sorted = present(sampleOf(sample)).sort();
    if (sorted.length === 0) continue;
    taken++;
    for (let at = 0; at < count; at++)
      sums[at] =
        (sums[at] as number) +
        (sorted.length === count ? (sorted[at] as number) : valueAt(sorted, (sorted.length - 1) * (at / (count - 1))));
  }
  return taken === 0 ? null : sums.map((sum) => sum / taken);
}

/** Values of one sample as those of the sorted `target` that stand at their ranks. Null: its one value of several has no rank. */
export function toQuantiles(values: Float64Array, target: ArrayLike<number>): Float64Array | null {
  const own = present(values);
  if (own.length === 1 && values.length > 1) return null;
  const ranks = ranksOfValues(own, { ties: "average" });
  let next = 0;
  return values.map((value) => {
    if (value !== value) return Number.NaN;
    const rank = ranks[next++] as number;
    if (own.length < values.length) return valueAt(target, (target.length - 1) * ((rank - 1) / (own.length - 1)));
    const low = Math.floor(rank);
    const here = target[low - 1] as number;
    return rank - low > 0.4 ? 0.5 * (here + (target[low] as number)) : here;
  });
}
