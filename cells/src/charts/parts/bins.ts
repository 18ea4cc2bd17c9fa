// How many bins a histogram has, and from where to where. The rule for their number is that of Freedman & Diaconis (1981).

import { type Bins, equalBins } from "../../stats/bins.ts";
import { quantiles } from "../../stats/quantiles.ts";

/** Bins over finite values (not empty). Whole numbers over a short range get bins one unit (or a whole number of units) wide around them. */
export function chooseBins(values: Float64Array, wanted: number | null, wholeNumbers: boolean): Bins {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min === max) return equalBins(min - 0.5, min + 0.5, 1);
  if (wanted !== null) return equalBins(min, max, wanted);
  // Ends that are farther apart than a double can say are a quarter as far apart.
  const scale = Number.isFinite(max - min) ? 1 : 0.25;
  const [low, high] = quantiles(
    values.map((value) => value * scale),
    [0.25, 0.75],
  ) as [number, number];
  const spread = high - low;
  const ideal = (2 * spread) / Math.cbrt(values.length);
  const sturges = Math.ceil(Math.log2(values.length) + 1);
  const count = Math.min(
    100,
    Math.max(ideal > 0 ? Math.ceil((max * scale - min * scale) / ideal) : sturges, Math.min(5, sturges)),
  );
  if (wholeNumbers && max - min <= 1000) {
    const width = Math.max(1, Math.round((max - min + 1) / Math.max(count, Math.min(max - min + 1, 30))));
    const whole = Math.ceil((max - min + 1) / width);
    return equalBins(min - 0.5, min - 0.5 + width * whole, whole);
  }
  return equalBins(min, max, count);
}
