// Whether several samples lie alike: the Kruskal-Wallis rank sum test (Journal of the American Statistical Association 47:583-621,
// 1952), corrected for ties, as R's kruskal.test.

import { chiSquared } from "../distributions/chi-squared.ts";
import { ranksOfValues } from "../ranks.ts";
import { tieCounts } from "./mann-whitney.ts";

export interface KruskalWallis {
  readonly h: number;
  readonly df: number;
  readonly p: number;
  readonly logP: number;
}

/** Null: fewer than two groups with values, or all values are equal. NaN is a missing value. */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis | null {
  const present = groups
    .map((group) => Array.from(group).filter((value) => !Number.isNaN(value)))
    .filter((group) => group.length > 0);
  const all = present.flat();
  const n = all.length;
  const ties = tieCounts(all).reduce((total, count) => total + (count ** 3 - count), 0);
  if (present.length < 2 || ties === n ** 3 - n) return null;
  const ranks = ranksOfValues(all, { ties: "average" });
  let from = 0;
  let sum = 0;
  for (const { length } of present) {
    let ofGroup = 0;
    for (let at = from; at < from + length; at++) ofGroup += (ranks[at] as number) - (n + 1) / 2;
    sum += ofGroup ** 2 / length;
    from += length;
  }
  const h = ((12 / (n * (n + 1))) * sum) / (1 - ties / (n ** 3 - n));
  const df = present.length - 1;
  const { upper, logUpper } = chiSquared.tails(h, df);
  return { h, df, p: upper, logP: logUpper };
}
