// Whether two samples come from one distribution: the two-sample Kolmogorov-Smirnov test, against both sides (R's ks.test). Exact
// where the samples are small, ties or not (Schröer and Trenkler, Computational Statistics & Data Analysis 20:185-202, 1995), else
// by Kolmogorov's limit (Marsaglia, Tsang and Wang, Journal of Statistical Software 8(18), 2003, equation 1 and its dual).

export interface KolmogorovSmirnov {
  /** The largest distance of the two empirical distributions. */
  readonly d: number;
  readonly p: number;
  readonly isExact: boolean;
}

/** Of products of sizes from here on, R takes the limit. */
const large = 10_000;

/** Null: one of the two has no value. NaN is a missing value. */
export function kolmogorovSmirnov(x: ArrayLike<number>, y: ArrayLike<number>, exact?: boolean): KolmogorovSmirnov | null {
  const [a, b] = [sortedOf(x), sortedOf(y)];
  const [m, n] = [a.length, b.length];
  if (m === 0 || n === 0) return null;
  /** Largest distance of counts, as |i n - j m|, so that no rounding stands between equal distances. */
  let most = 0;
  /** At how many values of both the distributions are compared: not within ties. */
  const isEnd = new Uint8Array(m + n + 1);
  for (let i = 0, j = 0; i < m || j < n; ) {
    const value = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY);
    while (i < m && a[i] === value) i++;
    while (j < n && b[j] === value) j++;
    isEnd[i + j] = 1;
    most = Math.max(most, Math.abs(i * n - j * m));
  }
  const d = most / (m * n);
  const isExact = exact ?? m * n < large;
  return { d, p: isExact ? exactTail(most, m, n, isEnd) : limitTail(Math.sqrt((m * n) / (m + n)) * d), isExact };
}

const sortedOf = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();

/**
 * The share of all ways from (0, 0) to (m, n) that come somewhere, at the end of a tie, as far from the diagonal as `most`: found
 * as that, not as the rest of 1, so that a small one keeps its digits.
 */
function exactTail(most: number, m: number, n: number, isEnd: Uint8Array): number {
  if (most === 0) return 1;
  /** Shares of ways to (i, j) that have come so far. Each step is taken with the chance that it has among all ways. */
  const row = new Float64Array(n + 1);
  const isFar = (i: number, j: number): boolean => isEnd[i + j] === 1 && Math.abs(i * n - j * m) >= most;
  for (let i = 0; i <= m; i++)
    for (let j = 0; j <= n; j++) {
      if (isFar(i, j)) row[j] = 1;
      else if (i === 0 && j === 0) row[j] = 0;
      else {
        // Of the ways to (i, j) that share comes from (i - 1, j): by how many of each kind there are.
        const above = i === 0 ? 0 : (row[j] as number) * (i / (i + j));
        const left = j === 0 ? 0 : (row[j - 1] as number) * (j / (i + j));
        row[j] = above + left;
      }
    }
  return Math.min(1, row[n] as number);
}

/** Kolmogorov's: of what is beyond x. */
function limitTail(x: number): number {
  if (x < 1) {
    // The dual sum, which converges where the other does not.
    if (x <= 0) return 1;
    const w = (Math.PI * Math.PI) / (8 * x * x);
    let sum = 0;
    for (let k = 1; k < 200; k += 2) {
      const term = Math.exp(-k * k * w);
      sum += term;
      if (term < 1e-18 * sum) break;
    }
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  let sum = 0;
  for (let k = 1; k < 100; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-18 * sum) break;
  }
  return Math.min(1, 2 * sum);
}
