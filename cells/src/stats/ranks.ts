// Places of values among each other, from 1 for the smallest. NaN is a missing value: it has no rank (NaN) and takes no
// place. R's rank(na.last = "keep", ties.method) and dplyr's dense_rank; pandas' Series.rank.

import { orderOfNumbers } from "./order-of-numbers.ts";

/**
 * What equal values get: the mean, the least or the largest of the places that they take together (average, min, max);
 * the next place after the value before, so that no place is left out (dense); each its own, in their order (first).
 */
export const tieRules = ["average", "min", "max", "dense", "first"] as const;
export type Ties = (typeof tieRules)[number];

/** `descending`: 1 for the largest; of equal values the first still comes first. */
export function ranksOfValues(
  values: ArrayLike<number>,
  { ties, descending = false }: { readonly ties: Ties; readonly descending?: boolean },
): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const order = orderOfNumbers(values, descending);
  const at = (place: number): number => values[order[place] as number] as number;
  let different = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && at(end) === at(start)) end++;
    different += 1;
    for (let place = start; place < end; place++) {
      ranks[order[place] as number] =
        ties === "average"
          ? (start + 1 + end) / 2
          : ties === "min"
            ? start + 1
            : ties === "max"
              ? end
              : ties === "dense"
                ? different
                : place + 1;
    }
  }
  return ranks;
}
