// The studentised range: how far the largest and the smallest of k means lie apart, over their standard error (Tukey 1953; R's ptukey and
// qtukey of one range). Both integrals fall off at either end, so equal steps take them to all digits of a double (Trefethen & Weideman,
// SIAM Review 56:385-458, 2014); the upper tail is summed by itself, and small p values keep their digits, which R's ptukey (Copenhaver &
// Holland, Journal of Statistical Computation and Simulation 30:1-15, 1988) takes from 1.

import { normal } from "../distributions/normal.ts";
import { logGamma } from "../log-gamma.ts";

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
const stepOfRange = 0.25;
const farOfRange = 9;

/** P(range of k normal values > w) = k ∫ φ(z) {Φ(z)^(k−1) − [Φ(z) − Φ(z − w)]^(k−1)} dz. */
function rangeBeyond(w: number, k: number): number {
  if (w <= 0) return 1;
  let sum = 0;
  for (let z = w / 2 - farOfRange; z <= w / 2 + farOfRange; z += stepOfRange) {
    const below = normal.tails(z);
    const far = normal.tails(z - w);
    const ratio = Math.min(1, Math.exp(far.logLower - below.logLower));
    const rest = ratio === 1 ? 1 : -Math.expm1((k - 1) * Math.log1p(-ratio));
    sum += density(z) * Math.exp((k - 1) * below.logLower) * rest;
  }
  return Math.min(1, k * sum * stepOfRange);
}

/** P(Q > q) of k means with `df` degrees of freedom of the error; Infinity: it is known. NaN of fewer than two means or no freedom. */
export function studentisedRangeUpper(q: number, k: number, df: number): number {
  if (Number.isNaN(q) || !(k >= 2) || !(df > 0)) return Number.NaN;
  if (q <= 0) return 1;
  if (q === Number.POSITIVE_INFINITY) return 0;
  // So many are as good as all: the two differ by less than a double tells.
  if (df > 1e7) return rangeBeyond(q, k);
  // The error's s is chi over the root of df: over u = log s, density 2 (df/2)^(df/2) / Γ(df/2) exp(df u − df e^(2u) / 2).
  const constant = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  const spread = 1 / Math.sqrt(2 * df);
  const step = Math.min(0.15, spread / 2.5);
  const lowest = -0.5 * Math.log1p((q * q) / (2 * df)) - 30 / df - 8 * spread;
  const highest = 8 * spread;
  let sum = 0;
  for (let u = lowest; u <= highest; u += step) {
    const weight = Math.exp(constant + df * u - (df / 2) * Math.exp(2 * u));
    if (weight > 0) sum += weight * rangeBeyond(q * Math.exp(u), k);
  }
  return Math.min(1, sum * step);
}

/** The q beyond which the range lies with this probability, by halving between bounds and secants (Illinois), to ten digits. */
export function studentisedRangeQuantile(upper: number, k: number, df: number): number {
  if (!(upper > 0 && upper < 1) || !(k >= 2) || !(df > 0)) return Number.NaN;
  const aim = Math.log(upper);
  const beyond = (q: number): number => Math.log(studentisedRangeUpper(q, k, df)) - aim;
  let [low, high] = [0, 4];
  let [atLow, atHigh] = [-aim, beyond(4)];
  while (atHigh > 0) [low, atLow, high, atHigh] = [high, atHigh, high * 2, beyond(high * 2)];
  for (let round = 0, side = 0; round < 100 && high - low > 1e-11 * high; round++) {
    const q = (low * atHigh - high * atLow) / (atHigh - atLow);
    const value = beyond(q);
    if (value === 0 || q === low || q === high) return q;
    if (value > 0) {
      [low, atLow] = [q, value];
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      [high, atHigh] = [q, value];
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return (low + high) / 2;
}
