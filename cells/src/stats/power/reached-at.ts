// Where a chance that grows reaches what is wanted: halved until nothing is left between.

/** `from` where it is reached already; null where it is not reached at `to`, which may be infinite. */
export function reachedAt(
  chance: (at: number) => number,
  wanted: number,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  if (chance(from) >= wanted) return from;
  let [low, high] = [from, Number.isFinite(to) ? to : Math.max(1, 2 * Math.abs(from))];
  if (Number.isFinite(to)) {
    if (!(chance(to) >= wanted)) return null;
  } else
    while (!(chance(high) >= wanted)) {
      low = high;
      high *= 2;
      if (high > farthest) return null;
    }
  while (high - low > 1e-11 * Math.max(1e-6, Math.abs(high))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (chance(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}
/** So many individuals, or so large an effect, nobody looks for. */
const farthest = 1e9;
