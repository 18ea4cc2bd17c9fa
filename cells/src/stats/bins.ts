// Equal bins between two ends, and which of them holds a number. Histograms, squares of a density and the small pictures in
// the heads of columns take them from here. As numpy.histogram each bin holds its left edge, the last one its right edge,
// too; as R's hist() a number that is an edge but for rounding is that edge: ten bins of 0 … 1 have their edge at 0.3, although
// 3 * 0.1 is 0.30000000000000004.

export interface Bins {
  readonly start: number;
  readonly end: number;
  readonly width: number;
  readonly count: number;
}

/** Of the width of a bin: as `hist.default` of R, its `fuzz`. */
const fuzz = 1e-7;

export const equalBins = (start: number, end: number, count: number): Bins => ({
  start,
  end,
  width: Number.isFinite(end - start) ? (end - start) / count : end / count - start / count,
  count,
});

/** The bin of a number from `start` to `end`: every one has one, whatever the width was rounded to. */
export function binOf({ start, end, count }: Bins, value: number): number {
  // Ends that are farther apart than a double can say are a quarter as far apart.
  const scale = Number.isFinite(end - start) ? 1 : 0.25;
  const span = end * scale - start * scale;
  if (!(span > 0)) return 0;
  const at = ((value * scale - start * scale) / span) * count;
  const near = Math.round(at);
  const bin = near > at && near - at <= fuzz ? near : Math.floor(at);
  return Math.min(Math.max(bin, 0), count - 1);
}

/** Where the bin of that index begins; of `count` where the last one ends. Rounding of the width is not told. */
export function edgeOf({ start, end, width, count }: Bins, index: number): number {
  if (index === 0) return start;
  if (index === count) return end;
  const across = (end - start) * index;
  const share = index / count;
  const edge = Number.isFinite(across) ? start + across / count : start * (1 - share) + end * share;
  const decimals = 10 - Math.floor(Math.log10(width));
  return decimals >= 0 && decimals <= 100 ? Number(edge.toFixed(decimals)) : edge;
}
