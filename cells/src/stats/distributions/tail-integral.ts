// The tail of a density of large parameters, over its density at the place where the tail begins: the integral over
// s = 0 … ∞ of exp(h(s)), with h(0) = 0 and h falling ever faster. Series and fractions need about √n terms near the mean of
// a sum of n, this always as many.

import { gaussLegendre } from "../gauss-legendre.ts";

const rule = gaussLegendre(20);
/** Beyond where the integrand is e^-45 of its beginning nothing is left to be seen. */
const depth = 45;
const panels = 5;

/** `slope`, `bend`: -h'(0) and -h''(0), of which the reach of the integral follows; at the mean the slope may be a little below 0. */
export function tailIntegral(h: (s: number) => number, slope: number, bend: number): number {
  const falls = Math.max(0, slope);
  const reach = (2 * depth) / (falls + Math.sqrt(falls * falls + 2 * depth * bend));
  let sum = 0;
  for (let panel = 0; panel < panels; panel++)
    for (const { at, weight } of rule) sum += weight * Math.exp(h((reach * (panel + at)) / panels));
  return (sum * reach) / panels;
}
