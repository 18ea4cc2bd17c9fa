// The Poisson distribution.

import { countAt } from "./counts.ts";
import { gammaTails } from "./incomplete-gamma.ts";
import { allLower, allUpper, distribution, mirrored, noTails, type Tails } from "./tails.ts";

function tails(x: number, mean: number): Tails {
  if (Number.isNaN(x) || !(mean >= 0 && mean < Number.POSITIVE_INFINITY)) return noTails;
  const k = countAt(x);
  if (k < 0) return allUpper;
  if (mean === 0 || k === Number.POSITIVE_INFINITY) return allLower;
  // P(X > k) = P(k + 1, mean) (Abramowitz and Stegun 26.4.21).
  return mirrored(gammaTails(k + 1, mean));
}

/** R's ppois; lower is P(X <= x). */
export const poisson = distribution<[mean: number]>(tails);
