// The regularised incomplete beta function I_x(a, b): of what t, F, beta, binomial and negative binomial tails are. By the
// continued fraction of Didonato and Morris (ACM Trans. Math. Softw. 18:360-373, 1992, formula 12) over a density in
// Loader's form; where both parameters are large by an integral of a fixed number of points.

import { deviance, logOnePlusMinus, stirlingRest } from "./deviance.ts";
import { tailIntegral } from "./tail-integral.ts";
import { allLower, allUpper, type Tails, tailsOf } from "./tails.ts";

export interface BetaPlace {
  readonly a: number;
  readonly b: number;
  readonly x: number;
  /** 1 - x, with its own digits. */
  readonly y: number;
  /** a y - b x: positive below the mean. With its own digits: near the mean of large parameters all depends on it. */
  readonly below: number;
}

/** Lower is I_x(a, b), for finite a, b > 0. */
export function betaTails(place: BetaPlace): Tails {
  const { a, b, x, y, below } = place;
  if (x <= 0) return allUpper;
  if (y <= 0) return allLower;
  return below >= 0
    ? tailsOf(logBelowMean(place), "lower")
    : tailsOf(logBelowMean({ a: b, b: a, x: y, y: x, below: -below }), "upper");
}

/** log I_x(a, b) for an x at or below the mean. */
function logBelowMean(place: BetaPlace): number {
  const { a, b, x, y, below } = place;
  if (a < large || b < large) return logDensity(place) + Math.log(continuedFraction(place));
  // Over the distance from x, in parts of x.
  const odds = x / y;
  const slope = (below + x - y) / y;
  const rest = tailIntegral(
    (s) => -slope * s + (a - 1) * logOnePlusMinus(-s) + (b - 1) * logOnePlusMinus(s * odds),
    slope,
    a - 1 + (b - 1) * odds * odds,
  );
  return logDensity(place) - Math.log(y) + Math.log(rest);
}
const large = 1e5;

/** log of x^a y^b / B(a, b). */
function logDensity({ a, b, x, y, below }: BetaPlace): number {
  const n = a + b;
  return (
    -deviance(a, n * x, below) -
    deviance(b, n * y, -below) +
    (stirlingRest(n) - stirlingRest(a) - stirlingRest(b)) +
    0.5 * (Math.log(a) - Math.log1p(a / b) - Math.log(2 * Math.PI))
  );
}

/** I_x(a, b) over its density; converges in about 0.7 √min(a, b) rounds at worst, in few away from the mean. */
function continuedFraction({ a, b, x, y, below }: BetaPlace): number {
  const c = 1 + below;
  const c0 = b / a;
  const c1 = 1 + 1 / a;
  let [before, value] = [0, c1 / c];
  let under0 = c1 / c;
  let p = 1;
  let s = a + 1;
  for (let n = 1; n < 100_000; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + c0) * e * e * (w * x);
    const beta = n + w / s + ((1 + t) / (c1 + t + t)) * (c + n * (1 + y));
    p = 1 + t;
    s += 2;
    const above = alpha * before + beta * value;
    const under = alpha * under0 + beta;
    // Both kept over the last denominator, which is 1 then.
    before = value / under;
    under0 = 1 / under;
    const next = above / under;
    if (Math.abs(next - value) <= 2e-16 * next) return next;
    value = next;
  }
  return value;
}
