// Student's t distribution, of any degrees of freedom above 0.

import { betaTails } from "./incomplete-beta.ts";
import { normal } from "./normal.ts";
import { logGamma } from "../log-gamma.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { quantileOf, type Probability, smallerTail } from "./quantile.ts";
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

/** Where the tail of so many degrees of freedom passes the probability: climbed to from near it, or halved where that leads nowhere. */
function quantile(probability: Probability, df: number): number {
  const { log, side } = smallerTail(probability);
  const near = log > farthest && log < nearest && df >= 2 && df <= most ? climbed(log, df) : Number.NaN;
  if (!Number.isNaN(near)) return side === "lower" ? -near : near;
  return quantileOf(probability, (t) => tails(t, df), { from: Number.NEGATIVE_INFINITY, symmetric: true });
}
/** Logarithms of tails within which the start is near enough. */
const [farthest, nearest] = [Math.log(1e-10), Math.log(0.45)];
const most = 1e6;

/**
 * Newton's steps on the logarithm of the tail from where four terms of the expansion around the normal quantile begin
 * (Abramowitz and Stegun 26.7.5); NaN where they do not end. A step below 1e-8 leaves an error of its square.
 */
function climbed(log: number, df: number): number {
  const z = -normalQuantile(Math.exp(log));
  const s = z * z;
  const terms = [
    (z * (s + 1)) / 4,
    (z * ((5 * s + 16) * s + 3)) / 96,
    (z * (((3 * s + 19) * s + 17) * s - 15)) / 384,
    (z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92160,
  ];
  let t = z + terms.reduceRight((sum, term) => (sum + term) / df, 0);
  const logScale = logGamma((df + 1) / 2) - logGamma(df / 2) - Math.log(df * Math.PI) / 2;
  for (let round = 0; round < 12; round++) {
    const { logUpper } = tails(t, df);
    const logDensity = logScale - ((df + 1) / 2) * Math.log1p((t * t) / df);
    const step = (logUpper - log) * Math.exp(logUpper - logDensity);
    t += step;
    if (!(t > 0)) return Number.NaN;
    if (Math.abs(step) < 1e-8 * t) return t;
  }
  return Number.NaN;
}

/** R's pt and qt, central; infinitely many degrees of freedom are the normal distribution. */
export const studentT = { ...distribution<[df: number]>(tails), quantile };
