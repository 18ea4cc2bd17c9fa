// Groups two by two after a Kruskal-Wallis test: Dunn's comparison of mean ranks, all groups ranked together, corrected for ties
// (Technometrics 6:241-252, 1964). p values of one pair each: whoever asks adjusts them for how many there are.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { presentNumbers, rankSums } from "./rank-sums.ts";

export interface RankPair {
  readonly first: number;
  readonly second: number;
  /** Mean rank of the first less that of the second. */
  readonly difference: number;
  readonly z: number;
  readonly p: number;
  readonly logP: number;
}

/** Pairs of groups with values, in their order; none where all values are equal. NaN is a missing value. */
export function dunn(groups: readonly ArrayLike<number>[]): readonly RankPair[] {
  const present = groups.map(presentNumbers);
  const { n, sums, ties } = rankSums(present);
  const variance = (n * (n + 1)) / 12 - ties / (12 * (n - 1));
  const usable = [...present.keys()].filter((at) => (present[at]?.length ?? 0) > 0);
  if (!(variance > 1e-9 * n * n)) return [];
  const size = (at: number): number => (present[at] as Float64Array).length;
  const rank = (at: number): number => (sums[at] as number) / size(at);
  return usable.flatMap((first, place) =>
    usable.slice(place + 1).map((second) => {
      const difference = rank(first) - rank(second);
      const z = difference / Math.sqrt(variance * (1 / size(first) + 1 / size(second)));
      return { first, second, difference, z, ...twoSided(normal.tails(z)) };
    }),
  );
}
