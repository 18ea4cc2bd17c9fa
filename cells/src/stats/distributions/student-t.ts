// Student's t distribution, of any degrees of freedom above 0.

import { betaTails } from "./incomplete-beta.ts";
import { normal } from "./normal.ts";
import { quantileOf, type Probability } from "./quantile.ts";
import { distribution, mirrored, noTails, type Tails, tailsOf } from "./tails.ts";

function tails(t: number, df: number): Tails {
  if (Number.isNaN(t) || !(df > 0)) return noTails;
  if (df === Number.POSITIVE_INFINITY) return normal.tails(t);
  // So far out, where t² is more than a double holds, the tail is a power of t.
  const near = Math.min(Math.abs(t), 1e150);
  const beyond = betaTails(placeOf(near, df)).logLower - Math.LN2 - df * Math.log(Math.abs(t) / near || 1);
  const tails = tailsOf(beyond, "upper");
  return t < 0 ? mirrored(tails) : tails;
}

/** P(|T| > |t|) = I_x(df / 2, 1 / 2) at x = df / (df + t²) (Abramowitz and Stegun 26.7.1). */
function placeOf(t: number, df: number): Parameters<typeof betaTails>[0] {
  const [a, b] = [df / 2, 0.5];
  const square = t * t;
  // Written for either of t² and df being beyond what their sum can hold.
  const ratio = square > df ? df / square : square / df;
  const [small, whole] = [ratio / (1 + ratio), 1 / (1 + ratio)];
  const [x, y] = square > df ? [small, whole] : [whole, small];
  return { a, b, x, y, below: ((t - 1) * (t + 1) * x) / 2 };
}

/** R's pt and qt, central; infinitely many degrees of freedom are the normal distribution. */
export const studentT = {
  ...distribution<[df: number]>(tails),
  quantile: (p: Probability, df: number): number =>
    quantileOf(p, (t) => tails(t, df), { from: Number.NEGATIVE_INFINITY, symmetric: true }),
};
