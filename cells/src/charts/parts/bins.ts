// Equal bins of a histogram. The rule for their number is that of Freedman & Diaconis (1981); counts follow
// numpy.histogram: each bin holds its left edge, the last one its right edge too.

import { quantiles } from "../../stats/quantiles.ts";

export interface Bins {
  readonly start: number;
  readonly width: number;
  readonly count: number;
}

/** Bins over finite values (not empty). Whole numbers over a short range get bins one unit (or a whole number of units) wide around them. */
export function chooseBins(values: Float64Array, wanted: number | null, wholeNumbers: boolean): Bins {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min === max) return { start: min - 0.5, width: 1, count: 1 };
  if (wanted !== null) return { start: min, width: (max - min) / wanted, count: wanted };
  const [low, high] = quantiles(values.slice(), [0.25, 0.75]) as [number, number];
  const spread = high - low;
  const ideal = (2 * spread) / Math.cbrt(values.length);
  const sturges = Math.ceil(Math.log2(values.length) + 1);
  const count = Math.min(100, Math.max(ideal > 0 ? Math.ceil((max - min) / ideal) : sturges, Math.min(5, sturges)));
  if (wholeNumbers && max - min <= 1000) {
    const width = Math.max(1, Math.round((max - min + 1) / Math.max(count, Math.min(max - min + 1, 30))));
    return { start: min - 0.5, width, count: Math.ceil((max - min + 1) / width) };
  }
  return { start: min, width: (max - min) / count, count };
}

/** The bin of a value, or -1 outside. */
export function binOf(bins: Bins, value: number): number {
  const end = bins.start + bins.width * bins.count;
  if (!(value >= bins.start && value <= end)) return -1;
  let bin = Math.min(Math.floor((value - bins.start) / bins.width), bins.count - 1);
  if (value < bins.start + bin * bins.width) bin--;
  else if (bin < bins.count - 1 && value >= bins.start + (bin + 1) * bins.width) bin++;
  return bin;
}
