// The standard normal distribution.

import { normalQuantile } from "../normal-quantile.ts";
import { erfcx } from "./erfcx.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { distribution, noTails, type Tails, tailsOf } from "./tails.ts";

function tails(z: number): Tails {
  if (Number.isNaN(z)) return noTails;
  const away = Math.abs(z);
  return tailsOf(Math.log(erfcx(away * Math.SQRT1_2) / 2) - (away * away) / 2, z < 0 ? "lower" : "upper");
}

/** R's pnorm and qnorm of mean 0 and deviation 1. */
export const normal = {
  ...distribution<[]>(tails),
  /** Of a tail that is given by itself, or as a logarithm, it is looked for in the tails. */
  quantile: (p: Probability): number =>
    typeof p === "number" ? normalQuantile(p) : quantileOf(p, tails, { from: Number.NEGATIVE_INFINITY, symmetric: true }),
};
