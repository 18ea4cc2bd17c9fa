// Distributions under an alternative: noncentral chi-squared and F as Poisson mixtures of central ones (Johnson, Kotz and Balakrishnan,
// Continuous Univariate Distributions 2, 1995, 29.3 and 30.3), noncentral t by an integral over the spread (31.15). For power, and for
// intervals of effects: digits are those of the probability itself, not of a tail below 1e-12.

import { logGamma } from "../log-gamma.ts";
import { chiSquared } from "./chi-squared.ts";
import { fisherF } from "./f.ts";
import { normal } from "./normal.ts";

/** P(X <= x) of the alternative that is lambda away: what an observed statistic says of lambda is asked again and again. */
export interface Mixture {
  lower(lambda: number): number;
  /** Where `lower` is that much; 0 where it is less already of no alternative. NaN: farther than is looked. */
  lambdaAt(lower: number): number;
}

const farthest = 1e6;

interface Steps {
  /** P(X <= x) of none. */
  readonly first: number;
  /** By how much P of j is more than that of j + 1: the logarithm for j = 0, and how many times more or less the next one is. */
  readonly logDrop: number;
  ratio(j: number): number;
  /** P(X <= x) of an alternative that is farther than steps go. */
  beyond(lambda: number): number;
}

function mixture({ first, logDrop, ratio, beyond }: Steps): Mixture {
  const lowers = [first];
  let log = logDrop;
  const lowerOf = (j: number): number => {
    while (lowers.length <= j) {
      const last = lowers.length - 1;
      lowers.push(Math.max(0, (lowers[last] as number) - Math.exp(log)));
      log += Math.log(ratio(last));
    }
    return lowers[j] as number;
  };
  /** With the slope, which is half of what one j more makes. */
  const at = (lambda: number): { readonly value: number; readonly slope: number } => {
    const mean = lambda / 2;
    if (mean === 0) return { value: lowerOf(0), slope: (lowerOf(1) - lowerOf(0)) / 2 };
    const middle = Math.floor(mean);
    const most = Math.exp(-mean + middle * Math.log(mean) - logGamma(middle + 1));
    let [value, next] = [0, 0];
    let weight = most;
    for (let j = middle; weight > 1e-14 || j <= mean; j++) {
      value += weight * lowerOf(j);
      next += weight * lowerOf(j + 1);
      weight *= mean / (j + 1);
    }
    weight = most;
    for (let j = middle - 1; j >= 0 && weight > 1e-14; j--) {
      weight *= (j + 1) / mean;
      value += weight * lowerOf(j);
      next += weight * lowerOf(j + 1);
    }
    return { value: Math.min(1, value), slope: (next - value) / 2 };
  };
  return {
    lower: (lambda) => (lambda > farthest ? beyond(lambda) : lambda >= 0 ? at(lambda).value : Number.NaN),
    lambdaAt: (wanted) => {
      if (!(lowerOf(0) > wanted)) return 0;
      let [low, high] = [0, 4];
      while (at(high).value > wanted) {
        low = high;
        high *= 2;
        if (high > farthest) return Number.NaN;
      }
      // Newton's steps, halved where they leave the bracket.
      let lambda = (low + high) / 2;
      for (let round = 0; round < 100; round++) {
        const { value, slope } = at(lambda);
        if (value > wanted) low = lambda;
        else high = lambda;
        const next = lambda - (value - wanted) / slope;
        const isInside = next > low && next < high;
        if (isInside && Math.abs(next - lambda) < 1e-7 * lambda) return next;
        lambda = isInside ? next : (low + high) / 2;
        if (high - low < 1e-14 * high) break;
      }
      return lambda;
    },
  };
}

/** Of an observed chi-squared statistic. */
export function chiSquaredMixture(x: number, df: number): Mixture {
  // Q(a + 1, y) = Q(a, y) + y^a e^-y / Γ(a + 1).
  const [a, y] = [df / 2, x / 2];
  return mixture({
    first: chiSquared.lower(x, df),
    logDrop: a * Math.log(y) - y - logGamma(a + 1),
    ratio: (j) => y / (a + j + 1),
    // Its root is normal far out (Johnson, Kotz and Balakrishnan 1995, 29.8).
    beyond: (lambda) => normal.lower(Math.sqrt(x) - Math.sqrt(lambda + df - 1)),
  });
}

/** Of an observed F statistic. */
export function fMixture(f: number, df1: number, df2: number): Mixture {
  // I_x(a + 1, b) = I_x(a, b) - x^a (1 - x)^b / (a B(a, b)).
  const [a, b] = [df1 / 2, df2 / 2];
  const [logX, logY] = [-Math.log1p(df2 / (df1 * f)), -Math.log1p((df1 * f) / df2)];
  const x = Math.exp(logX);
  return mixture({
    first: fisherF.lower(f, df1, df2),
    logDrop: a * logX + b * logY + logGamma(a + b) - logGamma(a + 1) - logGamma(b),
    ratio: (j) => (x * (a + j + b)) / (a + j + 1),
    // The root above is normal far out, and over the spread below a noncentral t.
    beyond: (lambda) => noncentralTLower(Math.sqrt(df1 * f), df2, Math.sqrt(lambda + df1 - 1)),
  });
}

/** P(T <= t) of df degrees of freedom and a mean delta: over the logarithm of the spread, by the trapezoidal rule. */
export function noncentralTLower(t: number, df: number, delta: number): number {
  if (Number.isNaN(t) || Number.isNaN(delta) || !(df > 0)) return Number.NaN;
  // The spread itself is normal by then.
  if (df > 1e7) return normal.lower((t - delta) / Math.sqrt(1 + (t * t) / (2 * df)));
  const scale = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  const reach = 9 / Math.sqrt(2 * df);
  // The density of log s falls as s^df below, and faster than any power above.
  const [from, to] = [-Math.max(reach, 45 / df), Math.max(reach, Math.log(1 + 12 / Math.sqrt(df)))];
  const places = 600;
  const step = (to - from) / places;
  let sum = 0;
  for (let place = 0; place <= places; place++) {
    const u = from + place * step;
    const s = Math.exp(u);
    sum += Math.exp(scale + df * u - (df / 2) * s * s) * normal.lower(t * s - delta);
  }
  return Math.min(1, sum * step);
}
