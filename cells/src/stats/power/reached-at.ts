// Where a chance that grows reaches what is wanted: halved until nothing is left between.

/** `from` where it is reached already; null where it is not reached at `to`, which may be infinite; NaN where a chance is not known. */
export function reachedAt(
  chance: (at: number) => number,
  wanted: number,
  { from, to }: { readonly from: number; readonly to: number },
): number | null {
  const first = chance(from);
  if (Number.isNaN(first)) return Number.NaN;
  if (first >= wanted) return from;
  let [low, high] = [from, Number.isFinite(to) ? to : Math.max(1, 2 * Math.abs(from))];
  if (Number.isFinite(to)) {
    const last = chance(to);
    if (!(last >= wanted)) return Number.isNaN(last) ? last : null;
  } else
    for (let reached = chance(high); !(reached >= wanted); reached = chance(high)) {
      if (Number.isNaN(reached)) return reached;
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
