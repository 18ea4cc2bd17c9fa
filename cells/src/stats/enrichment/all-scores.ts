// The exact p value of a score: every set of that size is gone through. For few genes.

import { scoreOf, scoreRounding, scoreSides } from "./enrichment-score.ts";
import type { TiedRanks } from "./tied-ranks.ts";

/** Sets of `size` out of `all`; Infinity where they are too many to be counted. */
export function setsOfSize(size: number, all: number): number {
  let sets = 1;
  for (let at = 1; at <= size; at++) sets = (sets * (all - size + at)) / at;
  return Math.round(sets);
}

/** Of all sets whose score has that sign, the share that is as far out. `size` is not 0, and less than all. */
export function exactP(weights: Float64Array, size: number, score: number, ties: TiedRanks | null = null): number {
  const all = weights.length;
  const hits = Int32Array.from({ length: size }, (_, at) => at);
  let [asFar, sameSign] = [0, 0];
  for (;;) {
    const each = scoreOf(scoreSides(weights, hits, ties));
    if (score >= 0 ? each >= 0 : each <= 0) {
      sameSign += 1;
      if (score >= 0 ? each >= score - scoreRounding : each <= score + scoreRounding) asFar += 1;
    }
    let at = size - 1;
    while (at >= 0 && hits[at] === all - size + at) at -= 1;
    if (at < 0) return asFar / sameSign;
    hits[at] = (hits[at] as number) + 1;
    for (let next = at + 1; next < size; next++) hits[next] = (hits[next - 1] as number) + 1;
  }
}
