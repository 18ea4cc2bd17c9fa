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

/** Quantiles at ascending shares in [0, 1] of values without NaN. Reorders `values`, and sorts no more of them than needed. */
export function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  let from = 0;
  return shares.map((share) => {
    const at = (values.length - 1) * share;
    const low = Math.floor(at);
    const high = Math.min(low + 1, values.length - 1);
    // What lies before `from` is in its place already.
    for (const rank of [low, high]) {
      if (rank < from) continue;
      placeRank(values, rank, from);
      from = rank + 1;
    }
    const a = values[low] as number;
    const b = values[high] as number;
    return a === b ? a : a + (b - a) * (at - low);
  });
}

/** Hoare's selection (1961): afterwards the value of that rank is in its place, smaller ones before it, larger ones behind. */
function placeRank(values: Float64Array, rank: number, from: number): void {
  let left = from;
  let right = values.length - 1;
  // Pivots that halve badly again and again are sorted instead: never slower than a sort by more than a little.
  for (let rounds = 0; left < right; rounds++) {
    if (rounds > 60) {
      values.subarray(left, right + 1).sort();
      return;
    }
    const a = values[left] as number;
    const b = values[(left + right) >> 1] as number;
    const c = values[right] as number;
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const kept = values[i] as number;
      values[i] = values[j] as number;
      values[j] = kept;
      i++;
      j--;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}
