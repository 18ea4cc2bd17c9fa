// Whether values of one sample are larger than those of another: the Mann-Whitney (Wilcoxon rank sum) test against both sides, as
// R's wilcox.test. Exact below 50 values each and without ties (Mann and Whitney, Annals of Mathematical Statistics 18:50-60, 1947),
// else normal, with the correction of ties and of continuity.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { ranksOfValues } from "../ranks.ts";

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
  const present = (values: ArrayLike<number>): number[] => Array.from(values).filter((value) => !Number.isNaN(value));
  const [a, b] = [present(x), present(y)];
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return null;
  const all = [...a, ...b];
  const ranks = ranksOfValues(all, { ties: "average" });
  let sum = 0;
  for (let at = 0; at < m; at++) sum += ranks[at] as number;
  const w = sum - (m * (m + 1)) / 2;
  const counts = tieCounts(all);
  const hasTies = counts.some((count) => count > 1);
  const isExact = (options.exact ?? (m < many && n < many)) && !hasTies;
  const said = { w, auc: w / (m * n), isExact };
  if (isExact) return { ...said, ...exactTail(w, m, n) };
  const off = w - (m * n) / 2;
  const ties = counts.reduce((total, count) => total + (count ** 3 - count), 0);
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
  const least = Math.min(w, m * n - w);
  // Shares of orders by their W: of values 1 … m + n those of the first sample are chosen one size after another.
  const shares = ordersByW(m, n, Math.floor(least));
  let tail = 0;
  for (let at = 0; at <= least; at++) tail += shares[at] as number;
  const p = Math.min(1, 2 * tail);
  return { p, logP: Math.log(p) };
}

/** Shares of all orders with W = 0 … most: the coefficients of the Gaussian binomial (m + n over m). */
function ordersByW(m: number, n: number, most: number): Float64Array {
  const [small, large] = m < n ? [m, n] : [n, m];
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  // Times (1 - q^(large + i)), over (1 - q^i), and over what the number of orders grows by: (large + i) / i.
  for (let i = 1; i <= small; i++) {
    for (let at = most; at >= large + i; at--) shares[at] = (shares[at] as number) - (shares[at - large - i] as number);
    for (let at = i; at <= most; at++) shares[at] = (shares[at] as number) + (shares[at - i] as number);
    for (let at = 0; at <= most; at++) shares[at] = ((shares[at] as number) * i) / (large + i);
  }
  return shares;
}
