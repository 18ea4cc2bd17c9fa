// Kendall's tau (b, where there are ties), tested as R's cor.test: exactly below 50 pairs without ties (Kendall, Biometrika 30:81-93,
// 1938), else by the normal distribution with the variance of ties.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { tieCounts } from "./mann-whitney.ts";
import type { CorrelationTest } from "./pearson.ts";
import { presentPairs } from "./present-pairs.ts";

const many = 50;

/** `statistic` is T, the pairs that go together, where the test is exact, else z. Null: fewer than two pairs, or one of the two does not vary. */
export function kendallTest(x: ArrayLike<number>, y: ArrayLike<number>): CorrelationTest | null {
  const [a, b] = presentPairs(x, y);
  const n = a.length;
  let balance = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      balance += Math.sign((a[i] as number) - (a[j] as number)) * Math.sign((b[i] as number) - (b[j] as number));
  const [tx, ty] = [tieCounts([...a]), tieCounts([...b])];
  const sum = (counts: readonly number[], of: (count: number) => number): number =>
    counts.reduce((all, count) => all + of(count), 0);
  const pairs = (n * (n - 1)) / 2;
  const [ux, uy] = [tx, ty].map((counts) => sum(counts, (t) => (t * (t - 1)) / 2)) as [number, number];
  if (n < 2 || ux === pairs || uy === pairs) return null;
  const estimate = balance / (Math.sqrt(pairs - ux) * Math.sqrt(pairs - uy));
  if (ux === 0 && uy === 0 && n < many) {
    const statistic = Math.round((balance + pairs) / 2);
    const p = Math.min(1, 2 * atMost(Math.min(statistic, pairs - statistic), n));
    return { n, estimate, statistic, p, logP: Math.log(p) };
  }
  const [vt, vu] = [tx, ty].map((counts) => sum(counts, (t) => t * (t - 1) * (2 * t + 5))) as [number, number];
  const [w2x, w2y] = [tx, ty].map((counts) => sum(counts, (t) => t * (t - 1))) as [number, number];
  const [w3x, w3y] = [tx, ty].map((counts) => sum(counts, (t) => t * (t - 1) * (t - 2))) as [number, number];
  const variance =
    (n * (n - 1) * (2 * n + 5) - vt - vu) / 18 +
    (w3x * w3y) / (9 * n * (n - 1) * (n - 2) || Number.POSITIVE_INFINITY) +
    (w2x * w2y) / (2 * n * (n - 1));
  const z = balance / Math.sqrt(variance);
  return { n, estimate, statistic: z, ...twoSided(normal.tails(z)) };
}

/** Share of all orders of n with at most so many inversions. */
function atMost(inversions: number, n: number): number {
  const shares = new Float64Array(inversions + 1);
  shares[0] = 1;
  // The i-th one adds 0 … i - 1 inversions, each as likely.
  for (let i = 2; i <= n; i++) {
    for (let at = 1; at <= inversions; at++) shares[at] = (shares[at] as number) + (shares[at - 1] as number);
    for (let at = inversions; at >= i; at--) shares[at] = (shares[at] as number) - (shares[at - i] as number);
    for (let at = 0; at <= inversions; at++) shares[at] = (shares[at] as number) / i;
  }
  return shares.reduce((all, share) => all + share, 0);
}
