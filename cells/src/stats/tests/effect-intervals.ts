// Intervals of shares of explained spread and of Cramér's V by the noncentral distributions of their tests (Steiger, Psychological
// Methods 9:164-182, 2004): the alternatives for which the statistic that was seen is just no wonder. As the R package effectsize
// (eta_squared, cramers_v, alternative = "two.sided"); of ranks, where it draws samples, by the chi-squared distribution of H.

import { chiSquaredMixture, fMixture, type Mixture } from "../distributions/noncentral.ts";

type Interval = readonly [low: number, high: number];

/** NaN where less was seen than chance leaves nearly always: no alternative has that for its usual end, and the ends (both 0) would leave out what was seen. */
function lambdas(of: Mixture, { seen, confidence }: { readonly seen: number; readonly confidence: number }): Interval {
  const side = (1 - confidence) / 2;
  const [low, high] = [of.lambdaAt(1 - side), of.lambdaAt(side)];
  return high < seen ? [Number.NaN, Number.NaN] : [low, high];
}

/** Of eta squared, of groups with one spread. */
export function etaInterval(f: number, df1: number, df2: number, confidence: number): Interval {
  if (!Number.isFinite(f)) return [Number.NaN, Number.NaN];
  const [low, high] = lambdas(fMixture(f, df1, df2), { seen: f * df1, confidence });
  return [low / (low + df2), high / (high + df2)];
}

/** Of epsilon squared of ranks, H / (n - 1). */
export function epsilonInterval(h: number, df: number, n: number, confidence: number): Interval {
  const [low, high] = lambdas(chiSquaredMixture(h, df), { seen: h, confidence });
  return [Math.min(1, low / (n - 1)), Math.min(1, high / (n - 1))];
}

/** Of Cramér's V; `least`: the smaller of the numbers of rows and columns, less 1. */
export function vInterval(
  statistic: number,
  df: number,
  { n, least }: { readonly n: number; readonly least: number },
  confidence: number,
): Interval {
  const [low, high] = lambdas(chiSquaredMixture(statistic, df), { seen: statistic, confidence });
  const of = (lambda: number): number => Math.min(1, Math.sqrt(lambda / (n * least)));
  return [of(low), of(high)];
}
