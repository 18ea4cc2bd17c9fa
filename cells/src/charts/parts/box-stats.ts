// The five numbers of a box. Quartiles interpolate linearly between order statistics (Hyndman & Fan 1996, type 7: the
// default of R and NumPy); whiskers end at the farthest value within 1.5 interquartile ranges (Tukey 1977).

import { quantiles } from "../../stats/quantiles.ts";

export interface BoxStats {
  readonly n: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** Ends of the whiskers: values that occur in the data. */
  readonly lower: number;
  readonly upper: number;
}

/** Of values without NaN; null when there are none. Does not change its input. */
export function boxStats(values: Float64Array): BoxStats | null {
  if (values.length === 0) return null;
  const ranked = values.slice();
  const [q1, median, q3] = quantiles(ranked, [0.25, 0.5, 0.75]) as [number, number, number];
  const reach = 1.5 * (q3 - q1);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let lower = q1;
  let upper = q3;
  for (let i = 0; i < ranked.length; i++) {
    const value = ranked[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
    if (value < lower && value >= q1 - reach) lower = value;
    if (value > upper && value <= q3 + reach) upper = value;
  }
  return { n: ranked.length, min, q1, median, q3, max, lower, upper };
}
