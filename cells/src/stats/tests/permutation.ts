// Whether groups differ, by exchanging their values: the share of all ways to deal them out by which the means lie at least as far apart
// (Fisher, The Design of Experiments, 1935, section 21). All ways of two groups where they are few, else that many by chance; what
// was seen counts as one (Phipson and Smyth, Statistical Applications in Genetics and Molecular Biology 9:39, 2010).

import { seededRandom, shuffle } from "../seeded-random.ts";

export interface Permutation {
  readonly p: number;
  readonly logP: number;
  /** All ways were counted. */
  readonly isExact: boolean;
  readonly ways: number;
}

/** As far apart but for rounding counts. */
const rounding = 1e-9;

/** Null: fewer than two groups with values, or nothing varies. No NaN among them. */
export function permutationTest(
  groups: readonly ArrayLike<number>[],
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Permutation | null {
  const present = groups.filter(({ length }) => length > 0);
  const sizes = present.map(({ length }) => length);
  const values = present.flatMap((group) => Array.from(group));
  if (sizes.length < 2 || values.every((value) => value === values[0])) return null;
  // Around the mean, in units of the largest: sums keep their digits.
  const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const mean = values.reduce((sum, value) => sum + value / size / values.length, 0);
  const centred = values.map((value) => value / size - mean);
  const seen = apart(centred, sizes) * (1 - rounding);
  const all = sizes.length === 2 ? waysOf(values.length, sizes[0] as number) : Number.POSITIVE_INFINITY;
  if (all <= rounds + 1) {
    const found = countAll(centred, sizes, seen);
    return { p: found / all, logP: Math.log(found / all), isExact: true, ways: all };
  }
  const random = seededRandom(seed);
  let found = 1;
  for (let round = 0; round < rounds; round++) if (apart(shuffle(centred, random), sizes) >= seen) found++;
  return { p: found / (rounds + 1), logP: Math.log(found / (rounds + 1)), isExact: false, ways: rounds };
}

/** Sum of squares between groups that stand one after the other: of two it grows as the difference of their means. */
function apart(values: readonly number[], sizes: readonly number[]): number {
  let [from, between] = [0, 0];
  for (const size of sizes) {
    let sum = 0;
    for (let at = from; at < from + size; at++) sum += values[at] as number;
    between += sum ** 2 / size;
    from += size;
  }
  return between;
}

function waysOf(n: number, k: number): number {
  let ways = 1;
  for (let at = 1; at <= Math.min(k, n - k); at++) ways = (ways * (n - at + 1)) / at;
  return Math.round(ways);
}

function countAll(values: readonly number[], [first = 0, second = 0]: readonly number[], seen: number): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  let found = 0;
  const choose = (at: number, left: number, sum: number): void => {
    if (left === 0) {
      if (sum ** 2 / first + (total - sum) ** 2 / second >= seen) found++;
      return;
    }
    for (let next = at; next <= values.length - left; next++) choose(next + 1, left - 1, sum + (values[next] as number));
  };
  choose(0, first, 0);
  return found;
}
