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
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const median = present.length === 0 ? Number.NaN : medianOf(Float64Array.from(present));
  const spread = present.length === 0 ? Number.NaN : toDeviation * medianOf(present.map((value) => Math.abs(value - median)));
  const z = Float64Array.from(values, (value) =>
    Number.isNaN(value) ? value : value === median ? 0 : spread > 0 ? (value - median) / spread : Number.NaN,
  );
  return { z, median, spread };
}
