// The studentized range: of k normal means the largest less the smallest, over a spread estimated with df degrees of freedom (R's
// ptukey and qtukey with one range). The range of k by Hartley's integral (Biometrika 32:334-348, 1942), kept as a polynomial of its
// logarithm; over the spread by the trapezoidal rule on its logarithm, which is exact to rounding for what falls off at both ends.
// Both integrands are positive, so that a small tail keeps its digits.

import { logGamma } from "../log-gamma.ts";
import { normal } from "./normal.ts";

/** P(Q > q) of k groups; NaN of fewer than two groups or of no degrees of freedom, which may be infinitely many. */
export function rangeUpper(q: number, groups: number, df: number): number {
  if (Number.isNaN(q) || !(groups >= 2) || !(df > 0)) return Number.NaN;
  if (q <= 0) return 1;
  if (q === Number.POSITIVE_INFINITY) return 0;
  const tail = tailOfRange(groups);
  if (df > 1e7) return Math.exp(tail(q));
  const scale = Math.LN2 + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  // By the logarithm of the spread s: its density times s, and the tail of the range q s.
  const at = (u: number): number => {
    const s = Math.exp(u);
    return scale + df * u - (df / 2) * s * s + tail(q * s);
  };
  // Of few degrees of freedom the left side falls slowly, and takes more places.
  const isWide = df < 4;
  const top = highest(at, isWide ? -60 / Math.min(1, df) : -3, isWide ? 4 : 1);
  const places = isWide ? 400 : 100;
  const peak = at(top);
  const [from, to] = [edge(at, top, -1, peak - depth), edge(at, top, 1, peak - depth)];
  const step = (to - from) / places;
  let sum = 0;
  for (let place = 0; place <= places; place++) sum += Math.exp(at(from + place * step) - peak);
  return Math.min(1, sum * step * Math.exp(peak));
}
const depth = 38;

/** Where P(Q > q) is that much: by the secant on logarithms, from `start` where one near it is known. */
export function rangeQuantile(upper: number, groups: number, df: number, start = 3.5): number {
  if (!(upper > 0 && upper < 1) || Number.isNaN(rangeUpper(1, groups, df))) return Number.NaN;
  const off = (logQ: number): number => Math.log(rangeUpper(Math.exp(logQ), groups, df)) - Math.log(upper);
  let [low, high] = [Math.log(1e-6), Math.log(1e6)];
  let [before, now] = [Math.log(start), Math.log(start * 1.05)];
  let [offBefore, offNow] = [off(before), off(now)];
  for (let round = 0; round < 100; round++) {
    if (offNow > 0) low = Math.max(low, now);
    else high = Math.min(high, now);
    let next = now - (offNow * (now - before)) / (offNow - offBefore);
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - now) < 1e-10 * Math.max(1, Math.abs(now))) return Math.exp(next);
    [before, offBefore] = [now, offNow];
    [now, offNow] = [next, off(next)];
  }
  return Math.exp(now);
}

/** Of what rises to one top and falls from there: golden sections. */
function highest(of: (u: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [fa, fb] = [of(a), of(b)];
  while (high - low > 5e-3) {
    if (fa > fb) {
      [high, b, fb] = [b, a, fa];
      a = high - golden * (high - low);
      fa = of(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + golden * (high - low);
      fb = of(b);
    }
  }
  return (low + high) / 2;
}

/** Where it has fallen to that, on one side: beyond nothing is left to be seen. */
function edge(of: (u: number) => number, top: number, side: 1 | -1, least: number): number {
  let away = 0.05;
  while (of(top + side * away) > least && away < 1e3) away *= 1.4;
  return top + side * away;
}

/** The logarithm of P(range of k standard normal values > w). */
type Tail = (w: number) => number;
const known = new Map<number, Tail>();

const farthest = 60;
const pieces = 40;
const degree = 16;

function tailOfRange(groups: number): Tail {
  const found = known.get(groups);
  if (found) return found;
  const length = farthest / pieces;
  // Of each piece its Chebyshev polynomial.
  const coefficients = Array.from({ length: pieces }, (_, piece) => {
    const nodes = Array.from({ length: degree }, (_of, k) => Math.cos((Math.PI * (k + 0.5)) / degree));
    const values = nodes.map((node) => logTail((piece + (node + 1) / 2) * length, groups));
    return Float64Array.from({ length: degree }, (_of, j) => {
      let sum = 0;
      for (let k = 0; k < degree; k++) sum += (values[k] as number) * Math.cos((Math.PI * j * (k + 0.5)) / degree);
      return ((j === 0 ? 1 : 2) * sum) / degree;
    });
  });
  const tail: Tail = (w) => {
    if (w >= farthest) return Number.NEGATIVE_INFINITY;
    const piece = Math.floor(w / length);
    const own = coefficients[piece] as Float64Array;
    const x = 2 * (w / length - piece) - 1;
    let [b, c] = [0, 0];
    for (let j = degree - 1; j > 0; j--) [b, c] = [2 * x * b - c + (own[j] as number), b];
    return x * b - c + (own[0] as number);
  };
  known.set(groups, tail);
  return tail;
}

/** k ∫ φ(z) Φ(z)^(k-1) (1 - (1 - Φ(z - w) / Φ(z))^(k-1)) dz: by the trapezoidal rule, too. */
function logTail(w: number, groups: number): number {
  const step = 0.15;
  // Its mass lies between w / 2 and where the largest of k is.
  const [low, high] = [Math.min(-9, w / 2 - 9), Math.max(9, w / 2 + 9)];
  const logs: number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (let z = low; z <= high; z += step) {
    const logBelow = normal.logLower(z);
    const share = Math.exp(normal.logLower(z - w) - logBelow);
    const lost = share >= 1 ? 1 : -Math.expm1((groups - 1) * Math.log1p(-share));
    const log = Math.log(lost) - (z * z) / 2 + (groups - 1) * logBelow;
    logs.push(log);
    most = Math.max(most, log);
  }
  const sum = logs.reduce((total, log) => total + Math.exp(log - most), 0);
  return Math.min(0, most + Math.log(sum * step) + Math.log(groups) - Math.log(2 * Math.PI) / 2);
}
