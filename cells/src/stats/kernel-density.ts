// The density of values, estimated with a Gaussian kernel (Silverman, Density Estimation for Statistics and Data Analysis,
// 1986): each value spread as a normal curve whose standard deviation is the bandwidth.

import { deviationOf } from "./moments.ts";
import { quantileOfSorted } from "./quantiles.ts";

/**
 * Silverman's rule of thumb (1986, equation 3.31), R's bw.nrd0 and the default of its density(): 0.9 times the smaller of
 * standard deviation and interquartile range / 1.34, over the fifth root of n; where that range is 0, the deviation alone.
 * Of ascending values without NaN; 0 where they are all equal, or fewer than two: such values have no shape.
 */
export function silvermanBandwidth(sorted: Float64Array): number {
  if (sorted.length < 2) return 0;
  const deviation = deviationOf(sorted);
  const range = (quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / 1.34;
  return 0.9 * (Math.min(deviation, range) || deviation) * sorted.length ** -0.2;
}

/** Farther away a normal curve adds less to a double than its rounding. */
const reach = 8.5;

/** The density at each place of `at`, per unit of the values. `sorted` ascends, without NaN; the bandwidth is above 0. */
export function kernelDensity(sorted: Float64Array, bandwidth: number, at: ArrayLike<number>): Float64Array {
  const height = 1 / (sorted.length * bandwidth * Math.sqrt(2 * Math.PI));
  return Float64Array.from(at, (place) => {
    let sum = 0;
    const end = place + reach * bandwidth;
    for (let i = firstFrom(sorted, place - reach * bandwidth); i < sorted.length; i++) {
      const value = sorted[i] as number;
      if (value > end) break;
      const distance = (place - value) / bandwidth;
      sum += Math.exp(-0.5 * distance * distance);
    }
    return sum * height;
  });
}

/** Index of the first value that is not below `least`. */
function firstFrom(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
