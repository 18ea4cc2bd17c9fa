// exp(x²) erfc(x) for x >= 0, the complementary error function without its exponential. Shepherd and Laframboise, "Chebyshev
// approximation of (1 + 2x) exp(x²) erfc x", Math. Comp. 36:249-253, 1981: one polynomial for all x. Its coefficients were
// computed anew with 50 digits (oracles/erfcx.py).

const place = 3.75;
// biome-ignore format: a column of numbers
const coefficients: readonly number[] = [
  1.1775789345674017,
  -0.004590054580646478,
  -0.08424913336651792,
  0.05920993999819189,
  -0.026658668435305753,
  0.009074997670705265,
  -0.002413163540417608,
  0.0004907758365258086,
  -6.916973302501207e-05,
  4.13902798607301e-06,
  7.74038306619849e-07,
  -2.1886401049234397e-07,
  1.076499946567091e-08,
  4.521959811218287e-09,
  -7.754400208831351e-10,
  -6.318088340886684e-11,
  2.86879501093067e-11,
  1.9455868545777347e-13,
  -9.65469674843344e-13,
  3.25254814814874e-14,
  3.3478119482868056e-14,
  -1.864562880419313e-15,
  -1.2507950530688648e-15,
  7.418235256624044e-17,
  5.068148904796111e-17,
  -2.2370566594359995e-18,
  -2.187342944303018e-18,
  2.6766327399258762e-20,
];

export function erfcx(x: number): number {
  // Clenshaw's sum.
  const t = x === Number.POSITIVE_INFINITY ? 1 : (x - place) / (x + place);
  let [next, afterNext] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--)
    [next, afterNext] = [2 * t * next - afterNext + (coefficients[k] as number), next];
  return (t * next - afterNext + (coefficients[0] as number)) / (1 + 2 * x);
}
