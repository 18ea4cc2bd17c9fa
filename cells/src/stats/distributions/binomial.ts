// The binomial distribution.

import { belowMean } from "./beta.ts";
import { countAt, isCount } from "./counts.ts";
import { betaTails } from "./incomplete-beta.ts";
import { allLower, allUpper, distribution, mirrored, noTails, type Tails } from "./tails.ts";

function tails(x: number, size: number, p: number): Tails {
  if (Number.isNaN(x) || !isCount(size) || !(p >= 0 && p <= 1)) return noTails;
  const k = countAt(x);
  if (k < 0) return allUpper;
  if (k >= size) return allLower;
  // P(X > k) = I_p(k + 1, n - k) (Abramowitz and Stegun 26.5.24).
  const [a, b] = [k + 1, size - k];
  return mirrored(betaTails({ a, b, x: p, y: 1 - p, below: belowMean(a, b, p) }));
}

/** R's pbinom: `size` trials of probability `p`; lower is P(X <= x). */
export const binomial = distribution<[size: number, p: number]>(tails);
