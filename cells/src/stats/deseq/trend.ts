// How dispersions go with the mean: a / mean + b, by a generalised linear model of the gamma family, from which genes that are far
// off are left out turn by turn (Love, Huber & Anders 2014; Anders & Huber 2010); or one value for all.

import { localRegression } from "../local-regression.ts";

export type Trend =
  | { readonly by: "parametric"; readonly asymptotic: number; readonly extra: number }
  | { readonly by: "mean"; readonly value: number }
  /** Logarithms of the dispersions by local regression on those of the means. */
  | LocalTrend;
export interface LocalTrend {
  readonly by: "local";
  at(mean: number): number;
}

export function trendAt(trend: Trend, mean: number): number {
  if (trend.by === "local") return trend.at(mean);
  return trend.by === "mean" ? trend.value : trend.asymptotic + trend.extra / mean;
}

/** Of means and dispersions above the floor, which weigh by their means; null: too few places. */
export function localTrend(means: Float64Array, dispersions: Float64Array): LocalTrend | null {
  const log = localRegression(means.map(Math.log), dispersions.map(Math.log), means);
  return log && { by: "local", at: (mean) => Math.exp(log(Math.log(mean))) };
}

/** Genes nearer to the floor than this say nothing of the trend. */
export const leastForTrend = 1e-6;
const kept = { from: 1e-4, to: 15 };
const turns = 10;

/** Of means and dispersions above the floor; null: no such curve goes through them. */
export function parametricTrend(
  means: Float64Array,
  dispersions: Float64Array,
): Extract<Trend, { readonly by: "parametric" }> | null {
  let [b, a] = [0.1, 1];
  for (let turn = 0; turn <= turns; turn++) {
    const good: number[] = [];
    for (let at = 0; at < means.length; at++) {
      const ratio = (dispersions[at] as number) / (b + a / (means[at] as number));
      if (ratio > kept.from && ratio < kept.to) good.push(at);
    }
    const fit = gammaLine(
      Float64Array.from(good, (at) => 1 / (means[at] as number)),
      Float64Array.from(good, (at) => dispersions[at] as number),
      { intercept: b, slope: a },
    );
    if (!fit || !(fit.intercept > 0 && fit.slope > 0)) return null;
    const moved = Math.log(fit.intercept / b) ** 2 + Math.log(fit.slope / a) ** 2;
    [b, a] = [fit.intercept, fit.slope];
    if (moved < 1e-6 && fit.settled) return { by: "parametric", asymptotic: b, extra: a };
  }
  return null;
}

interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** Gamma family, identity link: weights 1 / fitted²; ends as R's glm() does. Null: a fitted value is not above 0. */
function gammaLine(x: Float64Array, y: Float64Array, from: Line): (Line & { readonly settled: boolean }) | null {
  if (y.length < 2) return null;
  let line = from;
  let before = devianceOf(x, y, line);
  if (!Number.isFinite(before)) return null;
  for (let round = 0; round < 25; round++) {
    const next = weightedLine(x, y, line);
    let now = next ? devianceOf(x, y, next) : Number.NaN;
    let at = next;
    // Back towards where all fitted values were above 0.
    for (let half = 0; at && !Number.isFinite(now) && half < 25; half++) {
      at = { intercept: (at.intercept + line.intercept) / 2, slope: (at.slope + line.slope) / 2 };
      now = devianceOf(x, y, at);
    }
    if (!at || !Number.isFinite(now)) return null;
    line = at;
    if (Math.abs(now - before) / (Math.abs(now) + 0.1) < 1e-8) return { ...line, settled: true };
    before = now;
  }
  return { ...line, settled: false };
}

function weightedLine(x: Float64Array, y: Float64Array, at: Line): Line | null {
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const [one, two] = [x[row] as number, y[row] as number];
    const weight = 1 / (at.intercept + at.slope * one) ** 2;
    w += weight;
    wx += weight * one;
    wy += weight * two;
  }
  const [middle, level] = [wx / w, wy / w];
  for (let row = 0; row < x.length; row++) {
    const [one, two] = [(x[row] as number) - middle, (y[row] as number) - level];
    const weight = 1 / (at.intercept + at.slope * (x[row] as number)) ** 2;
    wxx += weight * one * one;
    wxy += weight * one * two;
  }
  if (!(wxx > 0)) return null;
  const slope = wxy / wxx;
  return { slope, intercept: level - slope * middle };
}

/** NaN where a fitted value is not above 0. */
function devianceOf(x: Float64Array, y: Float64Array, { intercept, slope }: Line): number {
  let sum = 0;
  for (let row = 0; row < x.length; row++) {
    const fitted = intercept + slope * (x[row] as number);
    if (!(fitted > 0)) return Number.NaN;
    const value = y[row] as number;
    sum += -2 * (Math.log(value / fitted) - (value - fitted) / fitted);
  }
  return sum;
}

/** Their mean, the thousandth at either end left out. */
export function meanTrend(dispersions: Float64Array): Extract<Trend, { readonly by: "mean" }> {
  const sorted = Float64Array.from(dispersions).sort();
  const cut = Math.floor(sorted.length * 0.001);
  const middle = sorted.subarray(cut, sorted.length - cut);
  return { by: "mean", value: middle.reduce((sum, value) => sum + value, 0) / middle.length };
}
