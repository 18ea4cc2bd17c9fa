// The log odds that a feature differs (limma's B), a hundredth of all taken to differ; how far these differ is told from the farthest
// statistics. Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, sections 5 and 6.3.

import { studentT } from "../distributions/student-t.ts";
import { medianOf } from "../quantiles.ts";

export interface StatisticsToWeigh {
  readonly t: Float64Array;
  readonly unscaled: Float64Array;
}
export interface OddsOf {
  readonly dfTotal: Float64Array;
  readonly dfPrior: Float64Array;
  readonly scale: Float64Array;
}

const share = 0.01;
/** The least and the largest standard deviation of changes that is believed. */
const believed = [0.1, 4] as const;

export function logOdds({ dfTotal, dfPrior, scale }: OddsOf, { t, unscaled }: StatisticsToWeigh): Float64Array {
  const usual = medianOf(scale.filter((value) => !Number.isNaN(value)));
  const limits = believed.map((deviation) => deviation ** 2 / usual) as [number, number];
  const found = varianceOfChanges({ t, unscaled }, dfTotal, limits);
  return t.map((value, at) => {
    const own = (unscaled[at] as number) ** 2;
    const ratio = (own + (found ?? 1 / (scale[at] as number))) / own;
    const square = value * value;
    const df = dfTotal[at] as number;
    const kernel =
      (dfPrior[at] as number) > 1e6
        ? (square * (1 - 1 / ratio)) / 2
        : ((1 + df) / 2) * Math.log((square + df) / (square / ratio + df));
    return Math.log(share / (1 - share)) - Math.log(ratio) / 2 + kernel;
  });
}

/** Of those that differ, over the variance of the residuals; null: there is no statistic. */
function varianceOfChanges(
  { t, unscaled }: StatisticsToWeigh,
  df: Float64Array,
  [low, high]: readonly [number, number],
): number | null {
  const there = Int32Array.from({ length: t.length }, (_, at) => at).filter((at) => !Number.isNaN(t[at]));
  const n = there.length;
  const wanted = Math.ceil((share / 2) * n);
  if (wanted < 1) return null;
  const part = Math.max(wanted / n, share);
  const most = there.reduce((largest, at) => Math.max(largest, df[at] as number), 0);
  const isEven = there.every((at) => df[at] === most);
  const place = new Float64Array(t.length);
  // By how far out they are; of equal degrees of freedom the statistic itself says it.
  for (const at of there)
    place[at] = isEven ? -Math.abs(t[at] as number) : studentT.logUpper(Math.abs(t[at] as number), df[at] as number);
  const farthest = there.sort((a, b) => (place[a] as number) - (place[b] as number) || a - b).subarray(0, wanted);
  let sum = 0;
  farthest.forEach((at, rank) => {
    const own = Math.abs(t[at] as number);
    const even = df[at] === most ? own : studentT.quantile({ logUpper: place[at] as number }, most);
    const beyond = 2 * studentT.upper(even, most);
    const target = ((rank + 0.5) / n - (1 - part) * beyond) / part;
    const square = (unscaled[at] as number) ** 2;
    const variance = target > beyond ? square * ((even / studentT.quantile({ upper: target / 2 }, most)) ** 2 - 1) : 0;
    sum += Math.min(Math.max(variance, low), high);
  });
  return sum / wanted;
}
