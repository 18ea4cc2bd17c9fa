// Intervals of correlations by Fisher's z: its standard error is 1 / sqrt(n - 3) of Pearson's, and by Bonett and Wright (Psychometrika
// 65:23-28, 2000) sqrt((1 + r² / 2) / (n - 3)) of Spearman's and sqrt(.437 / (n - 4)) of Kendall's.

import { normalAt } from "../../stats/tests/t-tests.ts";

export function correlationInterval(r: number, error: number, confidence: number): readonly [number, number] {
  if (!(error >= 0) || !Number.isFinite(error)) return [Number.NaN, Number.NaN];
  if (Math.abs(r) === 1) return [r, r];
  const half = error * normalAt(confidence);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
