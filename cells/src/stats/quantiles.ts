// Quantiles by linear interpolation between order statistics (Hyndman and Fan, Am. Stat. 50:361-365, 1996, type 7): the
// default of R, NumPy and pandas.

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
    return between(a, b, at - low);
  });
}

/** At a value's own place its neighbour counts for nothing, even where that is infinite. */
function between(low: number, high: number, share: number): number {
  if (share === 0 || low === high) return low;
  const step = high - low;
  // Numbers of both signs may lie further apart than a double holds.
  const isTooFar = !Number.isFinite(step) && Number.isFinite(low) && Number.isFinite(high);
  return isTooFar ? low * (1 - share) + high * share : low + step * share;
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

/** Of ascending values without NaN; NaN of none. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  return between(below, above, place - low);
}

/** The middle value, or the mean of the two in the middle. Any NaN makes it NaN, as does an empty list. Does not change its input. */
export function medianOf(values: ArrayLike<number>): number {
  const copy = values instanceof Float64Array ? values.slice() : Float64Array.from(values);
  if (copy.length === 0) return Number.NaN;
  for (let at = 0; at < copy.length; at++) if (Number.isNaN(copy[at])) return Number.NaN;
  return quantiles(copy, [0.5])[0] as number;
}
