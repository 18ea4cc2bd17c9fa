// Whether several samples lie alike: the Kruskal-Wallis rank sum test (Journal of the American Statistical Association 47:583-621,
// 1952), corrected for ties, as R's kruskal.test.

import { chiSquared } from "../distributions/chi-squared.ts";
import { presentNumbers, rankSums } from "./rank-sums.ts";

export interface KruskalWallis {
  readonly h: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
}

/** Null: fewer than two groups with values, or all values are equal. NaN is a missing value. */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis | null {
  const present = groups.map(presentNumbers).filter((group) => group.length > 0);
  const { n, sums, ties } = rankSums(present);
  if (present.length < 2 || ties === n ** 3 - n) return null;
  const sum = sums.reduce((total, own, at) => {
    const size = (present[at] as Float64Array).length;
    return total + (own - (size * (n + 1)) / 2) ** 2 / size;
  }, 0);
  const h = ((12 / (n * (n + 1))) * sum) / (1 - ties / (n ** 3 - n));
  const df = present.length - 1;
  const { upper, logUpper } = chiSquared.tails(h, df);
  return { h, df, p: upper, logP: logUpper };
}
