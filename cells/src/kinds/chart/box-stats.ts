// The five numbers of a box. Quartiles interpolate linearly between order statistics (Hyndman & Fan 1996, type 7: the
// default of R and NumPy); whiskers end at the farthest value within 1.5 interquartile ranges (Tukey 1977).

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

/** Quantile `p` in [0, 1] of ascending values, none of them NaN. NaN when there are none. */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const a = sorted[low] as number;
  const b = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return a === b ? a : a + (b - a) * (at - low);
}

/** Of values without NaN; null when there are none. Does not change its input. */
export function boxStats(values: Float64Array): BoxStats | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const q1 = quantileOfSorted(sorted, 0.25);
  const q3 = quantileOfSorted(sorted, 0.75);
  const reach = 1.5 * (q3 - q1);
  let low = 0;
  while ((sorted[low] as number) < q1 - reach) low++;
  let high = sorted.length - 1;
  while ((sorted[high] as number) > q3 + reach) high--;
  return {
    n: sorted.length,
    min: sorted[0] as number,
    q1,
    median: quantileOfSorted(sorted, 0.5),
    q3,
    max: sorted[sorted.length - 1] as number,
    lower: Math.min(sorted[low] as number, q1),
    upper: Math.max(sorted[high] as number, q3),
  };
}
