// Intervals of correlations by Fisher's z: its standard error is 1 / sqrt(n - 3) of Pearson's, and by Bonett and Wright (Psychometrika
// 65:23-28, 2000) sqrt((1 + r² / 2) / (n - 3)) of Spearman's and sqrt(.437 / (n - 4)) of Kendall's.

import { normalAt } from "../../stats/tests/t-tests.ts";

const rounding = 1e-12;

/** NaN of a perfect correlation: Fisher's z has no end there, and that a few ranks agree is no certainty. */
export function correlationInterval(r: number, error: number, confidence: number): readonly [number, number] {
  if (!(error >= 0) || !Number.isFinite(error) || 1 - Math.abs(r) < rounding) return [Number.NaN, Number.NaN];
  const half = error * normalAt(confidence);
  return [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)];
}
