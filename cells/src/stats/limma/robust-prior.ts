// The distribution from which variances come where some features vary far more than the others: fitted with its tails drawn in, and
// the less trusted for a feature the less it can be one of these. Phipson, Lee, Majewski, Alexander & Smyth, Ann. Appl. Stat.
// 10:946-963, 2016, sections 5 to 7; checked against fitFDistRobustly of limma 3.54.1.

import { chiSquared } from "../distributions/chi-squared.ts";
import { fisherF } from "../distributions/f.ts";
import { lowess } from "../lowess.ts";
import { medianOf, quantiles } from "../quantiles.ts";
import { ranksOfValues } from "../ranks.ts";
import { type PriorOfVariances, priorOfVariances, type VariancesOfFeatures } from "./prior-of-variances.ts";
import { type DrawnTails, winsorisedMoments } from "./winsorised-moments.ts";

export interface RobustPrior extends PriorOfVariances {
  /** Of each feature. */
  readonly dfs: Float64Array;
}

/** Null: no feature has a variance. */
export function robustPriorOfVariances(data: VariancesOfFeatures, tails: DrawnTails): RobustPrior | null {
  const { variances, df, level } = data;
  const count = variances.length;
  const used = Int32Array.from({ length: count }, (_, at) => at).filter(
    (at) => (df[at] as number) > 1e-6 && Number.isFinite(variances[at]),
  );
  const pick = (of: Float64Array) => Float64Array.from(used, (at) => of[at] as number);
  // Where most do not vary at all, none can be said to vary too much.
  if (used.length <= 2 || !(medianOf(pick(variances)) > 0)) return asItIs(priorOfVariances(data), count);
  const own = { variances: offZero(pick(variances)), df: pick(df), level: level && pick(level) };
  const found = fitted(own, tails);
  if (used.length === count || !found) return found;
  const dfs = new Float64Array(count).fill(found.df);
  used.forEach((at, place) => (dfs[at] = found.dfs[place] as number));
  return { df: found.df, dfs, scale: scaleOfAll(data, used, found.scale) };
}

const asItIs = (prior: PriorOfVariances | null, count: number): RobustPrior | null =>
  prior && { ...prior, dfs: new Float64Array(count).fill(prior.df) };

function offZero(variances: Float64Array): Float64Array {
  const least = medianOf(variances) * 1e-12;
  return variances.map((value) => Math.max(value, least));
}

/** Features without a variance have the scale of those at their level. */
function scaleOfAll({ variances, level }: VariancesOfFeatures, used: Int32Array, scale: Float64Array): Float64Array {
  const all = new Float64Array(variances.length).fill(scale[0] as number);
  if (level) {
    const order = Int32Array.from({ length: used.length }, (_, at) => at).sort(
      (a, b) => (level[used[a] as number] as number) - (level[used[b] as number] as number),
    );
    const x = Float64Array.from(order, (at) => level[used[at] as number] as number);
    const y = Float64Array.from(order, (at) => Math.log(scale[at] as number));
    for (let at = 0; at < all.length; at++) all[at] = Math.exp(between(x, y, level[at] as number));
  }
  used.forEach((at, place) => (all[at] = scale[place] as number));
  return all;
}

/** On the line through points in their order; beyond them their ends. */
export function between(x: Float64Array, y: Float64Array, at: number): number {
  let [low, high] = [0, x.length - 1];
  if (!(at > (x[low] as number))) return y[low] as number;
  if (at >= (x[high] as number)) return y[high] as number;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) <= at) low = middle;
    else high = middle;
  }
  const part = (at - (x[low] as number)) / ((x[high] as number) - (x[low] as number));
  return (y[low] as number) + part * ((y[high] as number) - (y[low] as number));
}

function fitted(data: VariancesOfFeatures, tails: DrawnTails): RobustPrior | null {
  const n = data.variances.length;
  const plain = priorOfVariances(data);
  if (!plain) return null;
  if (tails.lower < 1 / n && tails.upper < 1 / n) return asItIs(plain, n);
  const df1 = data.df.reduce((most, each) => Math.max(most, each), 0);
  const z = alikeIn(data, df1, plain).map(Math.log);
  const { trend, mean, variance } = drawnIn(z, data.level, tails);
  const scaledBy = (expected: number) => trend.map((value) => value + mean - expected);
  const off = (df2: number): number => Math.log(variance / winsorisedMoments(df1, df2, tails).variance);
  if (off(Number.POSITIVE_INFINITY) <= 0) {
    const centre = scaledBy(winsorisedMoments(df1, Number.POSITIVE_INFINITY, tails).mean);
    return { scale: centre.map(Math.exp), df: Number.POSITIVE_INFINITY, dfs: sparedOfInfinite(z, centre, df1) };
  }
  if (plain.df === Number.POSITIVE_INFINITY) return asItIs(plain, n);
  const df2 = off(plain.df) >= 0 ? plain.df : rootOf(off, plain.df);
  const centre = scaledBy(winsorisedMoments(df1, df2, tails).mean);
  return { scale: centre.map(Math.exp), df: df2, dfs: sparedOf(z, centre, df1, df2) };
}

/** Variances of fewer degrees of freedom become those of most, at the same place of their distributions. */
function alikeIn({ variances, df, level }: VariancesOfFeatures, most: number, plain: PriorOfVariances): Float64Array {
  return variances.map((value, at) => {
    const own = df[at] as number;
    if (own >= most - 1e-14) return value;
    const scale = (level ? plain.scale[at] : plain.scale[0]) as number;
    const { logLower, logUpper } = fisherF.tails(value / scale, own, plain.df);
    const place = logUpper < logLower ? { logUpper } : { logLower };
    return scale * fisherF.quantile(place, most, plain.df);
  });
}

function drawnIn(z: Float64Array, level: Float64Array | null, { lower, upper }: DrawnTails) {
  const n = z.length;
  const trend = new Float64Array(n);
  if (level) {
    const line = lowess(level, z, { span: 0.4, iterations: 3 });
    line.order.forEach((at, place) => (trend[at] = line.fitted[place] as number));
  } else trend.fill(trimmedMean(z, upper));
  const rest = z.map((value, at) => value - (trend[at] as number));
  const [low, high] = quantiles(rest.slice(), [lower, 1 - upper]) as [number, number];
  const kept = rest.map((value) => Math.min(Math.max(value, low), high));
  const mean = kept.reduce((sum, value) => sum + value, 0) / n;
  return { trend, mean, variance: kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) };
}

function trimmedMean(values: Float64Array, share: number): number {
  const cut = Math.floor(values.length * share);
  const kept = values
    .slice()
    .sort()
    .subarray(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** Below 0 at `low`, above at infinity; halved on df / (1 + df). */
function rootOf(off: (df: number) => number, low: number): number {
  let [under, over] = [low / (1 + low), 1];
  for (let turn = 0; turn < 60 && over - under > 1e-13; turn++) {
    const middle = (under + over) / 2;
    if (off(middle / (1 - middle)) < 0) under = middle;
    else over = middle;
  }
  const middle = (under + over) / 2;
  return middle / (1 - middle);
}

/** Logarithms of the tail beyond each statistic, and of the share of features that lie as far out. */
function outlying(z: Float64Array, centre: Float64Array, logTail: (f: number) => number) {
  const n = z.length;
  const f = z.map((value, at) => Math.exp(value - (centre[at] as number)));
  const tail = f.map(logTail);
  const rank = ranksOfValues(f, { ties: "average" });
  const belongs = tail.map((value, at) => Math.min(0, value - (Math.log(n - (rank[at] as number) + 0.5) - Math.log(n))));
  const order = Int32Array.from({ length: n }, (_, at) => at).sort((a, b) => (tail[a] as number) - (tail[b] as number) || a - b);
  return { f, tail, belongs, order };
}

function sparedOfInfinite(z: Float64Array, centre: Float64Array, df1: number): Float64Array {
  const n = z.length;
  const { belongs, order } = outlying(z, centre, (f) => chiSquared.logUpper(f * df1, df1));
  const dfs = belongs.map((log) => (log < 0 ? Math.exp(log) * n * df1 : Number.POSITIVE_INFINITY));
  return rising(dfs, order);
}

function sparedOf(z: Float64Array, centre: Float64Array, df1: number, df2: number): Float64Array {
  const { f, tail, belongs, order } = outlying(z, centre, (value) => fisherF.logUpper(value, df1, df2));
  if (belongs.every((log) => log === 0)) return new Float64Array(z.length).fill(df2);
  const least = tail[order[0] as number] as number;
  let own = 0;
  if (least > Number.NEGATIVE_INFINITY) {
    // So few that the largest statistic is the median of its distribution: nearly a line, so one more step is enough.
    own = (Math.log(0.5) / least) * df2;
    const farthest = f.reduce((a, b) => Math.max(a, b));
    own *= Math.log(0.5) / fisherF.logUpper(farthest, df1, own);
  }
  const dfs = belongs.map((log) => Math.exp(log) * df2 - Math.expm1(log) * own);
  // The farthest ones share the least mean of their beginning.
  let sum = 0;
  let best = 0;
  let mean = Number.POSITIVE_INFINITY;
  order.forEach((at, place) => {
    sum += dfs[at] as number;
    if (sum / (place + 1) < mean) [best, mean] = [place, sum / (place + 1)];
  });
  for (let place = 0; place <= best; place++) dfs[order[place] as number] = mean;
  return rising(dfs, order);
}

/** Never less than of a feature that lies farther out. */
function rising(dfs: Float64Array, order: Int32Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    most = Math.max(most, dfs[at] as number);
    dfs[at] = most;
  }
  return dfs;
}
