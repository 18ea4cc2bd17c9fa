// The tail of a density of large parameters, over its density at the place where the tail begins: the integral over
// s = 0 … ∞ of exp(h(s)), with h(0) = 0 and h falling ever faster. Series and fractions need about √n terms near the mean of
// a sum of n, this always as many.

const points = 20;
/** Abscissas in (0, 1) and weights of Gauss and Legendre (Abramowitz and Stegun 25.4.29), their roots by Newton's method. */
const rule = Array.from({ length: points }, (_, at) => {
  let x = Math.cos((Math.PI * (at + 0.75)) / (points + 0.5));
  let slope = 1;
  for (let round = 0; round < 8; round++) {
    let [before, value] = [1, x];
    for (let k = 2; k <= points; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
    slope = (points * (x * value - before)) / (x * x - 1);
    x -= value / slope;
  }
  return { at: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
});
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
