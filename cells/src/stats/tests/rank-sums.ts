// Sums of the ranks of groups among all values, equal ones sharing the mean of their places: what the tests of Mann and Whitney,
// Kruskal and Wallis, and Dunn are made of.

export interface RankSums {
  readonly n: number;
  /** Of each group. */
  readonly sums: readonly number[];
  /** Sum of t³ - t over values that occur t times: 0 where all differ. */
  readonly ties: number;
}

/** Without NaN. By sorting numbers alone, without their places: tens of thousands of features are tested so. */
export function rankSums(groups: readonly Float64Array[]): RankSums {
  const n = groups.reduce((sum, { length }) => sum + length, 0);
  const all = new Float64Array(n);
  let from = 0;
  for (const group of groups) {
    all.set(group, from);
    from += group.length;
  }
  all.sort();
  const sorted = groups.map((group) => group.slice().sort());
  const next = groups.map(() => 0);
  const sums = groups.map(() => 0);
  let ties = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    const value = all[start] as number;
    while (end < n && all[end] === value) end++;
    const rank = (start + 1 + end) / 2;
    ties += (end - start) ** 3 - (end - start);
    for (let group = 0; group < sorted.length; group++) {
      const own = sorted[group] as Float64Array;
      let at = next[group] as number;
      while (at < own.length && own[at] === value) {
        sums[group] = (sums[group] as number) + rank;
        at++;
      }
      next[group] = at;
    }
  }
  return { n, sums, ties };
}

/** Numbers that are not missing. */
export function presentNumbers(values: ArrayLike<number>): Float64Array {
  const present = new Float64Array(values.length);
  let n = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (!Number.isNaN(value)) present[n++] = value;
  }
  return n === values.length ? present : present.slice(0, n);
}
