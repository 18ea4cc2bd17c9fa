// The beta distribution.

import { differenceOfProducts } from "./exact-product.ts";
import { betaTails } from "./incomplete-beta.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { allLower, allUpper, distribution, noTails, type Tails } from "./tails.ts";

function tails(x: number, a: number, b: number): Tails {
  if (Number.isNaN(x) || !(a > 0 && a < Number.POSITIVE_INFINITY && b > 0 && b < Number.POSITIVE_INFINITY)) return noTails;
  if (x <= 0) return allUpper;
  if (x >= 1) return allLower;
  return betaTails({ a, b, x, y: 1 - x, below: belowMean(a, b, x) });
}

/** a (1 - x) - b x, of an x that is exactly the double it is. */
export function belowMean(a: number, b: number, x: number): number {
  const y = 1 - x;
  return differenceOfProducts(a, y, b, x) + a * (1 - y - x);
}

/** R's pbeta and qbeta, central, of finite shapes above 0. */
export const beta = {
  ...distribution<[a: number, b: number]>(tails),
  quantile: (p: Probability, a: number, b: number): number => quantileOf(p, (x) => tails(x, a, b), { from: 0, to: 1 }),
};
