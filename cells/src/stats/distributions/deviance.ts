// What probabilities of counts and of beta and gamma variables are made of without loss of digits: how far a number is from
// its expectation, and what Stirling's formula leaves out. Loader, "Fast and accurate computation of binomial
// probabilities" (2000): powers and factorials of large numbers cancel in it on paper, not in doubles.

/** log(1 + v) - v, at most 0, with all its digits near 0: by the series of artanh, of which log(1 + v) = 2 artanh(v / (2 + v)). */
export function logOnePlusMinus(v: number): number {
  const r = v / (2 + v);
  if (!(Math.abs(r) < 0.35)) return Math.log1p(v) - v;
  // 2r - v = -v r
  return r * (2 * tailOfArtanh(r) - v);
}

/** artanh(r) / r - 1, for |r| < 0.4. */
function tailOfArtanh(r: number): number {
  const square = r * r;
  let power = square;
  let sum = 0;
  for (let k = 3; k < 80; k += 2) {
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
    power *= square;
  }
  return sum;
}

/**
 * value log(value / expected) + expected - value: at least 0, and 0 where both are equal. `off` is value - expected, which
 * the caller may know better than their difference says it.
 */
export function deviance(value: number, expected: number, off: number): number {
  const v = off / expected;
  const r = v / (2 + v);
  if (!(Math.abs(r) < 0.35)) {
    const ratio = value / expected;
    const log = ratio < Number.POSITIVE_INFINITY ? Math.log(ratio) : Math.log(value) - Math.log(expected);
    return value * log - off;
  }
  return (2 * expected * (r * r + (1 + r) * r * tailOfArtanh(r))) / (1 - r);
}

/** log Γ(a) less Stirling's (a - 1/2) log a - a + log √2π, for a > 0 (Abramowitz and Stegun 6.1.40-42). */
export function stirlingRest(a: number): number {
  // Γ(a + 1) = a Γ(a) leads up to where the series holds.
  let from = 0;
  let at = a;
  for (; at < 10; at += 1) from += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  let sum = 0;
  for (let k = bernoulli.length - 1; k >= 0; k--) sum = sum * square + (bernoulli[k] as number);
  return from + sum / at;
}
/** B(2k) / (2k (2k - 1)), k from 1. */
const bernoulli: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];
