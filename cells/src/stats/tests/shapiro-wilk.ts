// Whether numbers look as if drawn from a normal distribution: the Shapiro-Wilk test by Royston's approximation (Applied Statistics
// 44:547-551, 1995, algorithm AS R94), as R's shapiro.test.

import { normal } from "../distributions/normal.ts";
import { normalQuantile } from "../normal-quantile.ts";
import { momentsOf } from "../moments.ts";

const most = 5_000;

/** Null: fewer than 3 values, more than 5,000, or none that differ. No NaN among them. */
export function shapiroWilk(values: ArrayLike<number>): { readonly w: number; readonly p: number } | null {
  const n = values.length;
  if (n < 3 || n > most) return null;
  const sorted = Float64Array.from(values).sort();
  const range = (sorted[n - 1] as number) - (sorted[0] as number);
  if (!(range > 0) || !Number.isFinite(range)) return null;
  const scaled = sorted.map((value) => value / range);
  const { squares } = momentsOf(scaled);
  const weights = weightsOf(n);
  let sum = 0;
  weights.forEach((weight, at) => {
    sum += weight * ((scaled[n - 1 - at] as number) - (scaled[at] as number));
  });
  const w = Math.min(1, sum ** 2 / squares);
  return { w, p: pOf(w, n) };
}

/** Of the upper half, the largest first. */
function weightsOf(n: number): Float64Array {
  const half = Math.floor(n / 2);
  if (n === 3) return Float64Array.of(Math.SQRT1_2);
  const m = Float64Array.from({ length: half }, (_, at) => normalQuantile((at + 1 - 0.375) / (n + 0.25)));
  const whole = 2 * m.reduce((sum, value) => sum + value ** 2, 0);
  const root = Math.sqrt(whole);
  const [m1, m2] = [m[0] as number, m[1] as number];
  const small = 1 / Math.sqrt(n);
  const first = polynomial([0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056], small) - m1 / root;
  if (n <= 5) {
    const by = Math.sqrt((whole - 2 * m1 ** 2) / (1 - 2 * first ** 2));
    return m.map((value, at) => (at === 0 ? first : -value / by));
  }
  const second = polynomial([0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633], small) - m2 / root;
  const by = Math.sqrt((whole - 2 * m1 ** 2 - 2 * m2 ** 2) / (1 - 2 * first ** 2 - 2 * second ** 2));
  return m.map((value, at) => (at === 0 ? first : at === 1 ? second : -value / by));
}

function pOf(w: number, n: number): number {
  if (n === 3) return Math.max(0, (6 / Math.PI) * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))));
  const rest = Math.log1p(-w);
  const log = Math.log(n);
  if (n <= 11) {
    const gamma = polynomial([-2.273, 0.459], n);
    if (rest >= gamma) return 1e-99;
    const mean = polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n);
    const deviation = Math.exp(polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n));
    return normal.upper((-Math.log(gamma - rest) - mean) / deviation);
  }
  const mean = polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], log);
  const deviation = Math.exp(polynomial([-0.4803, -0.082676, 0.0030302], log));
  return normal.upper((rest - mean) / deviation);
}

const polynomial = (factors: readonly number[], x: number): number => factors.reduceRight((sum, factor) => sum * x + factor, 0);
