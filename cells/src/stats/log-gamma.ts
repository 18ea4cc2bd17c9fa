// The logarithm of the gamma function and its derivatives, for numbers above 0: Stirling's series (Abramowitz and Stegun 6.1.41,
// 6.3.18, 6.4.12) where it holds, and Γ(a + 1) = a Γ(a) that leads up to there.

/** B(2k), k from 1. */
const bernoulli: readonly number[] = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798];
const ofLog = Float64Array.from(bernoulli, (value, at) => value / ((2 * at + 2) * (2 * at + 1)));
const ofFirst = Float64Array.from(bernoulli, (value, at) => value / (2 * at + 2));
/** From here the series has all the digits of a double. */
const far = 12;
const logRootTwoPi = 0.918_938_533_204_672_7;

export function logGamma(a: number): number {
  if (!(a > 0)) return Number.NaN;
  // Of so large a number the series is its first terms.
  let product = 1;
  let at = a;
  for (; at < far; at += 1) product *= at;
  // In this order, in which R adds: searches that end by the rounding of large values end where its do.
  const log = logRootTwoPi + (at - 0.5) * Math.log(at) - at + series(ofLog, 1 / (at * at)) / at;
  return at === a ? log : log - Math.log(product);
}

/** Its first derivative: ψ(a). */
export function digamma(a: number): number {
  if (!(a > 0)) return Number.NaN;
  let sum = 0;
  let at = a;
  for (; at < far; at += 1) sum += 1 / at;
  const square = 1 / (at * at);
  return Math.log(at) - 0.5 / at - series(ofFirst, square) * square - sum;
}

/** Its second derivative: ψ′(a). */
export function trigamma(a: number): number {
  if (!(a > 0)) return Number.NaN;
  let sum = 0;
  let at = a;
  for (; at < far; at += 1) sum += 1 / (at * at);
  const square = 1 / (at * at);
  return 1 / at + square / 2 + (series(bernoulli, square) * square) / at + sum;
}

/** Where ψ′ has this value: Newton's steps on 1 / ψ′, which is nearly a line (Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, appendix). */
export function trigammaInverse(value: number): number {
  if (!(value > 0)) return value === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (value > 1e7) return 1 / Math.sqrt(value);
  if (value < 1e-6) return 1 / value;
  let y = 0.5 + 1 / value;
  for (let turn = 0; turn < 50; turn++) {
    const now = trigamma(y);
    const step = (now * (1 - now / value)) / tetragamma(y);
    y += step;
    if (-step / y < 1e-8) break;
  }
  return y;
}

/** The third derivative of log Γ: ψ″(a), below 0. */
function tetragamma(a: number): number {
  let sum = 0;
  let at = a;
  for (; at < far; at += 1) sum -= 2 / (at * at * at);
  const square = 1 / (at * at);
  let rest = 0;
  for (let k = bernoulli.length - 1; k >= 0; k--) rest = rest * square + (2 * k + 3) * (bernoulli[k] as number);
  return sum - square - square / at - rest * square * square;
}

function series(coefficients: ArrayLike<number>, square: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * square + (coefficients[k] as number);
  return sum;
}
