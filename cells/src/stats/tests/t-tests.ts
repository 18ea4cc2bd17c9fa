// Student's t tests of two means and of the mean of differences, as R's t.test, with the standardised difference (Hedges, Journal of
// Educational Statistics 6:107-128, 1981: the exact correction for small samples; its interval by the large-sample variance of Hedges
// and Olkin, Statistical Methods for Meta-Analysis, 1985, chapter 5).

import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { normal } from "../distributions/normal.ts";
import { logGamma } from "../log-gamma.ts";
import { momentsOf } from "../moments.ts";

export type Interval = readonly [low: number, high: number];

export interface TTest {
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
  /** Of the first mean and the second, or the mean of the differences. */
  readonly difference: number;
  readonly interval: Interval;
  /** Hedges' g. */
  readonly g: number;
  readonly gInterval: Interval;
}

/** Null: fewer than two values in one of them, or a spread that rounding alone explains. No NaN among them. */
export function tTest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { equal = false, confidence = 0.95 }: { readonly equal?: boolean; readonly confidence?: number } = {},
): TTest | null {
  const unit = unitOf(x, y);
  const inUnit = (values: ArrayLike<number>): Moments =>
    momentsOf(unit === 1 ? values : Float64Array.from(values, (value) => value / unit));
  const [a, b] = [inUnit(x), inUnit(y)];
  if (a.n < 2 || b.n < 2) return null;
  const [va, vb] = [a.squares / (a.n - 1), b.squares / (b.n - 1)];
  const pooled = (a.squares + b.squares) / (a.n + b.n - 2);
  const [ea, eb] = equal ? [pooled / a.n, pooled / b.n] : [va / a.n, vb / b.n];
  const error = Math.sqrt(ea + eb);
  if (!(error > 10 * Number.EPSILON * Math.max(Math.abs(a.mean), Math.abs(b.mean)))) return null;
  // Shares of the variance, so that no square is lost below what a double holds.
  const [sa, sb] = [ea / (ea + eb), eb / (ea + eb)];
  const df = equal ? a.n + b.n - 2 : 1 / (sa ** 2 / (a.n - 1) + sb ** 2 / (b.n - 1));
  const difference = a.mean - b.mean;
  const g = correction(a.n + b.n - 2) * (difference / Math.sqrt(pooled));
  const gError = Math.sqrt(1 / a.n + 1 / b.n + g ** 2 / (2 * (a.n + b.n)));
  return { ...answer({ difference, error, df, confidence, unit }), g, gInterval: around(g, gError * normalAt(confidence)) };
}

/** Of the differences of pairs; g in standard deviations of the differences. Null as above. */
export function pairedTTest(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): TTest | null {
  const unit = unitOf(x, y);
  const { n, mean, squares } = momentsOf(Float64Array.from(x, (value, at) => value / unit - (y[at] as number) / unit));
  if (n < 2) return null;
  const deviation = Math.sqrt(squares / (n - 1));
  const error = deviation / Math.sqrt(n);
  if (!(error > 10 * Number.EPSILON * Math.abs(mean))) return null;
  const g = correction(n - 1) * (mean / deviation);
  const gError = Math.sqrt(1 / n + g ** 2 / (2 * n));
  return {
    ...answer({ difference: mean, error, df: n - 1, confidence, unit }),
    g,
    gInterval: around(g, gError * normalAt(confidence)),
  };
}

type Moments = ReturnType<typeof momentsOf>;

/** A power of two near the largest number, where squares are more or less than a double holds; else 1. */
export function unitOf(...lists: readonly ArrayLike<number>[]): number {
  let size = 0;
  for (const list of lists) for (let at = 0; at < list.length; at++) size = Math.max(size, Math.abs(list[at] as number) || 0);
  return size === 0 || !Number.isFinite(size) || (size < 1e150 && size > 1e-140)
    ? 1
    : 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(size))));
}

interface Standardised {
  readonly difference: number;
  readonly error: number;
  readonly df: number;
  readonly confidence: number;
  readonly unit: number;
}

function answer({ difference, error, df, confidence, unit }: Standardised): Omit<TTest, "g" | "gInterval"> {
  const t = difference / error;
  const half = studentT.quantile({ upper: (1 - confidence) / 2 }, df) * error;
  const interval: Interval = [(difference - half) * unit, (difference + half) * unit];
  return { t, df, ...twoSided(studentT.tails(t, df)), difference: difference * unit, interval };
}

/** What makes the standardised difference of small samples unbiased; of one degree of freedom there is none. */
const correction = (df: number): number =>
  df < 2 ? Number.NaN : Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2));
export const normalAt = (confidence: number): number => -normal.quantile((1 - confidence) / 2);
export const around = (value: number, half: number): Interval => [value - half, value + half];
