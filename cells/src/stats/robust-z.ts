// How far values lie from their median, in median absolute deviations: (x - median) / (1.4826 MAD), which of normal values is
// about their z (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993, section 3; R's mad()). NaN is a missing value.

import { medianOf } from "./quantiles.ts";

/** Makes the MAD of normal values their standard deviation: 1 / qnorm(3/4). */
const toDeviation = 1.4826;

export interface RobustZ {
  readonly z: Float64Array;
  readonly median: number;
  /** 1.4826 MAD; 0: more than half of the values are equal, and no z is told (NaN) but of those that equal the median (0). */
  readonly spread: number;
}

export function robustZ(values: ArrayLike<number>): RobustZ {
  const present = presentOf(values);
  const median = present.length === 0 ? Number.NaN : medianOf(present);
  for (let at = 0; at < present.length; at++) present[at] = Math.abs((present[at] as number) - median);
  const spread = present.length === 0 ? Number.NaN : toDeviation * medianOf(present);
  const z = new Float64Array(values.length);
  for (let at = 0; at < z.length; at++) {
    const value = values[at] as number;
    z[at] = Number.isNaN(value) ? value : value === median ? 0 : spread > 0 ? (value - median) / spread : Number.NaN;
  }
  return { z, median, spread };
}

function presentOf(values: ArrayLike<number>): Float64Array {
  const present = new Float64Array(values.length);
  let n = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) present[n++] = values[at] as number;
  return present.subarray(0, n);
}
