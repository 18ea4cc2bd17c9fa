// The place of a value among others, as a share: between the quantiles of those at equal shares by straight lines, from below
// and from above (where several quantiles are equal, in their middle). scikit-learn's QuantileTransformer.

import { normalQuantile } from "../../stats/normal-quantile.ts";
import { quantiles } from "../../stats/quantiles.ts";

const most = 1000;
/** A share of 0 or 1 has no normal quantile: it is that of 1e-7 from it, as scikit-learn cuts it. */
const nearest = 1e-7 - Number.EPSILON * 1e-7;

/** At equal shares from 0 to 1, ascending: at most 1000, and no more than there are rows. Reorders the values. */
export function referenceQuantiles(values: Float64Array, rows: number): number[] {
  const count = Math.min(most, rows);
  if (count === 1) return [values[0] as number];
  const found = quantiles(
    values,
    Array.from({ length: count }, (_, at) => at / (count - 1)),
  );
  for (let at = 1; at < found.length; at++) found[at] = Math.max(found[at] as number, found[at - 1] as number);
  return found;
}

/** How many of the ascending values are below `value`, or, with `orEqual`, not above it. */
function countBelow(sorted: readonly number[], value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found < value || (orEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of references that are all equal everything is in the middle. */
export function placeAmong(references: readonly number[], value: number): number {
  const last = references.length - 1;
  const [least, largest] = [references[0] as number, references[last] as number];
  if (least === largest) return value < least ? 0 : value > largest ? 1 : 0.5;
  if (value <= least) return 0;
  if (value >= largest) return 1;
  const from = (below: number): number => {
    const [x, next] = [references[below] as number, references[below + 1] as number];
    return (below + (value - x) / (next - x)) / last;
  };
  const fromBelow = countBelow(references, value, true) - 1;
  const fromAbove = countBelow(references, value, false);
  const above = references[fromAbove] === value ? fromAbove / last : from(fromAbove - 1);
  const below = references[fromBelow] === value ? fromBelow / last : from(fromBelow);
  return (below + above) / 2;
}

export const normalPlace = (share: number): number => normalQuantile(Math.min(Math.max(share, nearest), 1 - nearest));
