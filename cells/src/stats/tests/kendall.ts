// Kendall's tau (b, where there are ties), tested as R's cor.test: exactly below 50 pairs without ties (Kendall, Biometrika 30:81-93,
// 1938), else by the normal distribution with the variance of ties. Pairs are counted while the second is sorted (Knight, Journal of the
// American Statistical Association 61:436-439, 1966).

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
  const [tx, ty] = [tieCounts([...a]), tieCounts([...b])];
  const sum = (counts: readonly number[], of: (count: number) => number): number =>
    counts.reduce((all, count) => all + of(count), 0);
  const pairs = (n * (n - 1)) / 2;
  const [ux, uy] = [tx, ty].map((counts) => sum(counts, (t) => (t * (t - 1)) / 2)) as [number, number];
  if (n < 2 || ux === pairs || uy === pairs) return null;
  const balance = balanceOf(a, b, pairs - ux - uy);
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

/** Pairs that go together less those that go against each other; `apart`: all pairs less those tied in either. */
function balanceOf(a: ArrayLike<number>, b: ArrayLike<number>, apart: number): number {
  const n = a.length;
  const at = (of: ArrayLike<number>, place: number): number => of[place] as number;
  const order = Int32Array.from({ length: n }, (_, place) => place).sort((i, j) => at(a, i) - at(a, j) || at(b, i) - at(b, j));
  // Pairs tied in both were taken off twice.
  let both = 0;
  for (let from = 0, to = 1; to <= n; to++) {
    const [first, next] = [order[from] as number, order[to] as number];
    if (to < n && at(a, next) === at(a, first) && at(b, next) === at(b, first)) continue;
    both += ((to - from) * (to - from - 1)) / 2;
    from = to;
  }
  return apart + both - 2 * turnedPairs(Float64Array.from(order, (place) => at(b, place)));
}

/** How many pairs stand the wrong way round; the values are sorted. */
function turnedPairs(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let turned = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let [left, right] = [start, middle];
      for (let place = start; place < end; place++) {
        if (left < middle && (right >= end || (from[left] as number) <= (from[right] as number)))
          to[place] = from[left++] as number;
        else {
          turned += middle - left;
          to[place] = from[right++] as number;
        }
      }
    }
    [from, to] = [to, from];
  }
  return turned;
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
