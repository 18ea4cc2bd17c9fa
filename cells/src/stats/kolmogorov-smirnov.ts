// The test of Kolmogorov and Smirnov for two samples: how far their distribution functions lie apart, and how rarely two samples of
// one distribution lie as far. The p is that of the limiting distribution with the correction of Stephens (Journal of the Royal
// Statistical Society B 32:115-122, 1970): close from some ten values a side.

export interface KolmogorovSmirnov {
  /** Largest distance of the two empirical distribution functions. */
  readonly d: number;
  readonly p: number;
}

/** Of ascending values without NaN, ties allowed; null where one of them is empty. */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): KolmogorovSmirnov | null {
  if (a.length === 0 || b.length === 0) return null;
  let [i, j, d] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] as number, b[j] as number);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    d = Math.max(d, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length / (a.length + b.length)) * b.length);
  return { d, p: kolmogorovUpper((root + 0.12 + 0.11 / root) * d) };
}

/** P(K > x) of the limiting distribution: by the series in exp(-2 k² x²), for small x by that of Jacobi, which converges there. */
export function kolmogorovUpper(x: number): number {
  if (!(x > 0)) return 1;
  if (x < 1) {
    let sum = 0;
    for (let k = 1; k <= 9; k += 2) sum += Math.exp((-(k * k) * Math.PI * Math.PI) / (8 * x * x));
    return Math.min(1, 1 - (Math.sqrt(2 * Math.PI) / x) * sum);
  }
  let sum = 0;
  for (let k = 1; k <= 8; k++) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, 2 * sum));
}
