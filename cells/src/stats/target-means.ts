// Means of a target by category, drawn towards the mean of all rows where a category has few of them or they lie far apart
// (Micci-Barreca, SIGKDD Explorations 3(1):27-32, 2001, section 3.2; scikit-learn 1.3, user guide 6.3.4.4, TargetEncoder):
// lambda * mean of the category + (1 - lambda) * mean of all, lambda = n / (m + n), where m is a number, or the variance of the
// target within the category over that of all rows ("auto": the empirical Bayes estimate).

export interface TargetMeans {
  /** Of each category; that of all rows where it has none. */
  readonly byCategory: Float64Array;
  readonly overall: number;
}

/** `category` of each row, below 0: none; `target`: NaN is missing. Rows with `isIn` alone; NaN where there is none. */
export function targetMeans(
  category: ArrayLike<number>,
  target: Float64Array,
  {
    categories,
    smooth,
    isIn,
  }: { readonly categories: number; readonly smooth: number | "auto"; readonly isIn: (row: number) => boolean },
): TargetMeans {
  const n = new Float64Array(categories);
  const mean = new Float64Array(categories);
  const squares = new Float64Array(categories);
  const all = { n: 0, mean: 0, squares: 0 };
  for (let row = 0; row < target.length; row++) {
    const value = target[row] as number;
    if (Number.isNaN(value) || !isIn(row)) continue;
    // Welford: sums of squares of what lies far from 0 keep their digits.
    all.n++;
    const off = value - all.mean;
    all.mean += off / all.n;
    all.squares += off * (value - all.mean);
    const own = category[row] as number;
    if (own < 0) continue;
    n[own] = (n[own] as number) + 1;
    const from = value - (mean[own] as number);
    mean[own] = (mean[own] as number) + from / (n[own] as number);
    squares[own] = (squares[own] as number) + from * (value - (mean[own] as number));
  }
  const overall = all.n === 0 ? Number.NaN : all.mean;
  const spread = all.n === 0 ? 0 : all.squares / all.n;
  const byCategory = Float64Array.from(n, (rows, at) => {
    if (rows === 0) return overall;
    const within = (squares[at] as number) / rows;
    // Nothing varies: the category's own mean is that of all.
    if (smooth === "auto" && spread === 0) return overall;
    const m = smooth === "auto" ? within / spread : smooth;
    const lambda = rows / (m + rows);
    return lambda * (mean[at] as number) + (1 - lambda) * overall;
  });
  return { byCategory, overall };
}
