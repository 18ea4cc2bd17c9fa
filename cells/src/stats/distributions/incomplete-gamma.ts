// The regularised incomplete gamma functions: of what gamma, chi-squared and Poisson tails are. By the power series below the
// mean and Legendre's continued fraction above it (Abramowitz and Stegun 6.5.29 and 6.5.31) over a density in Loader's form;
// of large shapes by an integral of a fixed number of points.

import { deviance, logOnePlusMinus, stirlingRest } from "./deviance.ts";
import { tailIntegral } from "./tail-integral.ts";
import { allLower, allUpper, type Tails, tailsOf } from "./tails.ts";

/** Of shape a > 0 and rate 1 at x; `below` is a - x, which the caller may know better than their difference says it. */
export function gammaTails(a: number, x: number, below = a - x): Tails {
  if (x <= 0) return allUpper;
  if (x === Number.POSITIVE_INFINITY) return allLower;
  // x^a e^-x / Γ(a + 1)
  const density = -deviance(a, x, below) - stirlingRest(a) - 0.5 * Math.log(2 * Math.PI * a);
  const isBelow = below >= 0 || x < 1;
  const rest = a >= large ? integral(a, below) : isBelow ? series(a, x) : fraction(a, below);
  return tailsOf(density + Math.log(rest), isBelow ? "lower" : "upper");
}
const large = 1e5;

/** The lower tail over the density. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** The upper tail over the density, by the way of Lentz (Thompson and Barnett, J. Comput. Phys. 64:490-509, 1986). */
function fraction(a: number, below: number): number {
  let b = 1 - below;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k < 100_000; k++) {
    const an = k * (a - k);
    b += 2;
    d = 1 / (b + an * d);
    c = b + an / c;
    const by = c * d;
    value *= by;
    if (Math.abs(by - 1) <= 2e-16) break;
  }
  return a * value;
}

/** The tail on its side over the density; over the distance from x, in parts of x. */
function integral(a: number, below: number): number {
  const side = below >= 0 ? -1 : 1;
  const slope = side * (1 - below);
  return a * tailIntegral((s) => -slope * s + (a - 1) * logOnePlusMinus(side * s), slope, a - 1);
}
