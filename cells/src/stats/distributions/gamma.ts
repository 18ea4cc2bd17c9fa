// The gamma distribution, by shape and rate (1 over the scale).

import { differenceOfProducts } from "./exact-product.ts";
import { gammaTails } from "./incomplete-gamma.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { allLower, allUpper, distribution, noTails, type Tails } from "./tails.ts";

function tails(x: number, shape: number, rate: number): Tails {
  if (Number.isNaN(x) || !(shape >= 0 && shape < Number.POSITIVE_INFINITY) || !(rate > 0)) return noTails;
  if (x <= 0) return shape === 0 && x === 0 ? allLower : allUpper;
  if (shape === 0) return allLower;
  return gammaTails(shape, x * rate, differenceOfProducts(shape, 1, x, rate));
}

/** R's pgamma and qgamma. Shape 0 is all at 0. */
export const gamma = {
  ...distribution<[shape: number, rate: number]>(tails),
  quantile: (p: Probability, shape: number, rate: number): number => quantileOf(p, (x) => tails(x, shape, rate), { from: 0 }),
};
