// After how many values a series repeats: the first of its highest autocorrelations (Box and Jenkins, Time Series Analysis, section
// 2.1.5) that stands out between lower ones. Without its straight trend, and with outliers drawn in, which would hide it.

import { meanAndDeviation } from "./moments.ts";
import { robustZ } from "./robust-z.ts";

export interface Period {
  readonly period: number;
  readonly correlation: number;
}

/** The period, and the next likely one that is no multiple of it; none where nothing stands out. NaN is missing. */
export function periodsOf(values: Float64Array): readonly Period[] {
  const n = values.length;
  const most = Math.min(Math.floor(n / 2), 1000);
  if (most < 2) return [];
  const y = levelled(values);
  const squares = y.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0)) return [];
  const correlation = Float64Array.from({ length: most + 1 }, (_, lag) => {
    let sum = 0;
    for (let at = lag; at < n; at++) sum += (y[at] as number) * (y[at - lag] as number);
    return sum / squares;
  });
  const peaks: Period[] = [];
  let lowest = 1;
  for (let lag = 1; lag < most; lag++) {
    const own = correlation[lag] as number;
    lowest = Math.min(lowest, own);
    const isPeak = own >= (correlation[lag - 1] as number) && own > (correlation[lag + 1] as number);
    // Beyond what noise does, and above the valley before it.
    if (lag > 1 && isPeak && own > Math.max(0.2, 3 / Math.sqrt(n)) && own - lowest > 0.15)
      peaks.push({ period: lag, correlation: own });
  }
  const best = Math.max(...peaks.map((peak) => peak.correlation));
  const first = peaks.find((peak) => peak.correlation >= 0.85 * best);
  if (!first) return [];
  const [next] = peaks.filter(({ period }) => period % first.period !== 0).toSorted((a, b) => b.correlation - a.correlation);
  return next ? [first, next] : [first];
}

/** Less its line, in deviations of at most 3; what is missing stands in the middle. */
function levelled(values: Float64Array): Float64Array {
  const { z } = robustZ(values);
  const limited = z.map((value) => Math.min(3, Math.max(-3, value)));
  const at = (value: number, index: number): number => (Number.isNaN(value) ? Number.NaN : index);
  const place = limited.map(at);
  const [x, y] = [meanAndDeviation(place), meanAndDeviation(limited)];
  let slope = 0;
  let count = 0;
  for (const [index, value] of limited.entries()) {
    if (Number.isNaN(value)) continue;
    slope += (index - x.mean) * (value - y.mean);
    count++;
  }
  slope = count > 2 && x.deviation > 0 ? slope / ((count - 1) * x.deviation ** 2) : 0;
  return limited.map((value, index) => (Number.isNaN(value) ? 0 : value - y.mean - slope * (index - x.mean)));
}
