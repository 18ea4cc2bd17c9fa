// The shape of a distribution: a kernel density on the scale of the axis, in the logarithm where that is logarithmic.

import { densityOfMany } from "../../stats/density-of-many.ts";
import { silvermanBandwidth } from "../../stats/kernel-density.ts";
import { quantileOfSorted } from "../../stats/quantiles.ts";

export interface DensityShape {
  /** On the axis, ascending. */
  readonly at: Float64Array;
  /** Per unit of the axis, or of its logarithm. */
  readonly density: Float64Array;
  readonly bandwidth: number;
  readonly peak: number;
}

/**
 * A shape ends two bandwidths beyond the outermost values, as in seaborn, so that its ends are values of nobody; at zero
 * where the whole series has no negative value.
 */
const beyond = 2;
const fewestPlaces = 64;
const mostPlaces = 160;

/** Null where all values are equal. Values have no NaN, and are above 0 on a logarithmic axis. */
export function densityShape(
  values: Float64Array,
  { log, notNegative }: { readonly log: boolean; readonly notNegative: boolean },
): DensityShape | null {
  const sorted = (log ? values.map(Math.log10) : values.slice()).sort();
  const bandwidth = silvermanBandwidth(sorted);
  if (!(bandwidth > 0)) return null;
  const from = (sorted[0] as number) - beyond * bandwidth;
  const low = notNegative && !log ? Math.max(0, from) : from;
  const high = (sorted[sorted.length - 1] as number) + beyond * bandwidth;
  const places = placesOf(sorted, bandwidth, low, high);
  const density = densityOfMany(sorted, bandwidth, places);
  return {
    at: log ? places.map((place) => 10 ** place) : places,
    density,
    bandwidth,
    peak: density.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** Evenly spread; where that would step over the curves, also close together around values of every rank. */
function placesOf(sorted: Float64Array, bandwidth: number, low: number, high: number): Float64Array {
  const wanted = Math.ceil((8 * (high - low)) / bandwidth);
  const count = Math.min(mostPlaces, Math.max(fewestPlaces, wanted));
  // Rounding must not put the last place beyond the end, where it would be left out.
  const places = Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + ((high - low) * i) / count));
  // Steps of more than a quarter of a bandwidth miss what is slim.
  if (wanted > 2 * mostPlaces) {
    for (let share = 0; share <= 40; share++) {
      const middle = quantileOfSorted(sorted, share / 40);
      for (const step of [-2, -1, -0.5, 0, 0.5, 1, 2]) places.push(middle + step * bandwidth);
    }
  }
  return Float64Array.from(new Set(places.filter((place) => place >= low && place <= high))).sort();
}
