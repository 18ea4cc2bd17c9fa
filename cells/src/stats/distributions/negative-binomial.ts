// The negative binomial distribution, by its size and mean: the variance is mean + mean² / size.

import { countAt } from "./counts.ts";
import { betaTails } from "./incomplete-beta.ts";
import { poisson } from "./poisson.ts";
import { allLower, allUpper, distribution, noTails, type Tails } from "./tails.ts";

function tails(x: number, size: number, mean: number): Tails {
  if (Number.isNaN(x) || !(size >= 0) || !(mean >= 0 && mean < Number.POSITIVE_INFINITY)) return noTails;
  const k = countAt(x);
  if (k < 0) return allUpper;
  if (size === 0 || mean === 0 || k === Number.POSITIVE_INFINITY) return allLower;
  if (size === Number.POSITIVE_INFINITY) return poisson.tails(k, mean);
  // P(X <= k) = I_p(size, k + 1) at p = size / (size + mean) (Abramowitz and Stegun 26.5.26).
  const p = 1 / (1 + mean / size);
  const q = 1 / (1 + size / mean);
  return betaTails({ a: size, b: k + 1, x: p, y: q, below: (mean - k - 1) * p });
}

/** R's pnbinom(size =, mu =); lower is P(X <= x). `size` is 1 over the dispersion, and infinite for Poisson. */
export const negativeBinomial = distribution<[size: number, mean: number]>(tails);
