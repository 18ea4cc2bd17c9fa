// Whether values of one sample are larger than those of another: the Mann-Whitney (Wilcoxon rank sum) test against both sides, as
// R's wilcox.test. Exact below 50 values each and without ties (Mann and Whitney, Annals of Mathematical Statistics 18:50-60, 1947),
// else normal, with the correction of ties and of continuity.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { presentNumbers, rankSums } from "./rank-sums.ts";

export interface MannWhitney {
  /** Pairs of which the first sample's value is larger, equal ones as halves (R's W). */
  readonly w: number;
  /** Share of the pairs of which the first is larger: the area under the ROC curve. */
  readonly auc: number;
  readonly p: number;
  readonly logP: number;
  readonly isExact: boolean;
}

/** From so many values on R takes the normal distribution. */
const many = 50;

/** Null: one of the two has no value. NaN is a missing value. */
export function mannWhitney(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { readonly exact?: boolean; readonly correct?: boolean } = {},
): MannWhitney | null {
  const [a, b] = [presentNumbers(x), presentNumbers(y)];
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return null;
  const { sums, ties } = rankSums([a, b]);
  const w = (sums[0] as number) - (m * (m + 1)) / 2;
  const isExact = (options.exact ?? (m < many && n < many)) && ties === 0;
  const said = { w, auc: w / (m * n), isExact };
  if (isExact) return { ...said, ...exactTail(w, m, n) };
  const off = w - (m * n) / 2;
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  // Equal values alone tell nothing: R's p is not a number, and so is this.
  const z = (off - ((options.correct ?? true) ? Math.sign(off) * 0.5 : 0)) / deviation;
  return { ...said, ...twoSided(normal.tails(z)) };
}

/** How often each different value occurs. */
export function tieCounts(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

/** By how many of the orders W is at most, or at least, that: the smaller tail counted, twice. */
function exactTail(w: number, m: number, n: number): { readonly p: number; readonly logP: number } {
  const p = Math.min(1, 2 * (atMost(m, n)[Math.min(w, m * n - w)] as number));
  return { p, logP: Math.log(p) };
}

/** Of the sizes that were asked last: tests of many features ask the same ones again and again. */
let known: { readonly m: number; readonly n: number; readonly shares: Float64Array } | null = null;

/** Shares of all orders with W at most 0 … m n: of values without ties. */
export function atMost(m: number, n: number): Float64Array {
  if (known?.m === m && known.n === n) return known.shares;
  const shares = ordersByW(m, n);
  for (let at = 1; at < shares.length; at++) shares[at] = (shares[at - 1] as number) + (shares[at] as number);
  known = { m, n, shares };
  return shares;
}

/** Shares of all orders with W = 0 … m n: the coefficients of the Gaussian binomial (m + n over m). */
function ordersByW(m: number, n: number): Float64Array {
  const [small, large] = m < n ? [m, n] : [n, m];
  const half = Math.floor((m * n) / 2);
  const shares = new Float64Array(m * n + 1);
  shares[0] = 1;
  // Times (1 - q^(large + i)), over (1 - q^i), and over what the number of orders grows by: (large + i) / i.
  for (let i = 1; i <= small; i++) {
    for (let at = half; at >= large + i; at--) shares[at] = (shares[at] as number) - (shares[at - large - i] as number);
    for (let at = i; at <= half; at++) shares[at] = (shares[at] as number) + (shares[at - i] as number);
    for (let at = 0; at <= half; at++) shares[at] = ((shares[at] as number) * i) / (large + i);
  }
  // As often so far above the middle as below.
  for (let at = half + 1; at < shares.length; at++) shares[at] = shares[m * n - at] as number;
  return shares;
}
