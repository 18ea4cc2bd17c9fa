// Pearson's correlation of two lists, tested by Student's t (R's cor.test; the test of the slope of a straight line is the same
// one). Pairs of which one is NaN are left out.

import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { type Moments, momentsOf } from "../moments.ts";
import { presentPairs } from "./present-pairs.ts";

export interface CorrelationTest {
  readonly n: number;
  readonly estimate: number;
  /** What was held against a distribution: t of Pearson's, S of Spearman's, T or z of Kendall's. */
  readonly statistic: number;
  /** Against both sides. */
  readonly p: number;
  readonly logP: number;
}

/** Null: fewer than three pairs, or one of the two does not vary. */
export function pearsonTest(x: ArrayLike<number>, y: ArrayLike<number>): CorrelationTest | null {
  const [a, b] = presentPairs(x, y);
  const n = a.length;
  const r = correlationOf(a, b);
  if (n < 3 || Number.isNaN(r)) return null;
  // (1 - r)(1 + r) keeps the digits near 1 that 1 - r² has lost.
  const statistic = Math.sqrt(n - 2) * (r / Math.sqrt((1 - r) * (1 + r)));
  return { n, estimate: r, statistic, ...twoSided(studentT.tails(statistic, n - 2)) };
}

/** Of two lists without NaN; NaN where one does not vary. `moments`: of each, where they are known. */
export function correlationOf(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  [p, q]: readonly [Moments, Moments] = [momentsOf(a), momentsOf(b)],
): number {
  if (p.isConstant || q.isConstant) return Number.NaN;
  // One root of whole numbers' product is exact where they are in line; beyond what a double holds each has its own.
  const product = p.squares * q.squares;
  const isHeld = product > 1e-280 && product < Number.POSITIVE_INFINITY;
  const [s, t] = isHeld ? [1, 1] : [Math.sqrt(p.squares), Math.sqrt(q.squares)];
  const { mean: middle } = p;
  const { mean: other } = q;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (((a[at] as number) - middle) / s) * (((b[at] as number) - other) / t);
  return Math.max(-1, Math.min(1, isHeld ? sum / Math.sqrt(product) : sum));
}
