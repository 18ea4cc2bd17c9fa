// Which pairs of groups are compared, by which test, and what comes out: the numbers that a cell of the kind test gives.

import { adjustedP } from "../../../stats/adjusted-p.ts";
import { dunn } from "../../../stats/tests/dunn.ts";
import { areFarFromNormal } from "../../../stats/tests/far-from-normal.ts";
import { mannWhitney } from "../../../stats/tests/mann-whitney.ts";
import { meanPairs } from "../../../stats/tests/mean-pairs.ts";
import { tTest } from "../../../stats/tests/t-tests.ts";
import type { Brackets, BracketTest } from "./schema.ts";

export interface Compared {
  readonly first: number;
  readonly second: number;
  /** Adjusted, where that is asked. */
  readonly p: number;
}

/** Places of two groups each. */
type Pair = readonly [first: number, second: number];

/** In the order of the axis, each pair once. */
export function askedPairs(names: readonly string[], { pairs, against, chosen }: Brackets): readonly Pair[] {
  const all = names.flatMap((_, first) => names.slice(first + 1).map((_name, more): Pair => [first, first + 1 + more]));
  const of = (pair: Pair, name: string): boolean => pair.some((at) => names[at] === name);
  switch (pairs) {
    case "none":
      return [];
    case "all":
      return all;
    case "against":
      return all.filter((pair) => of(pair, against));
    case "chosen":
      return all.filter((pair) => chosen.some(([one, other]) => one !== other && of(pair, one) && of(pair, other)));
  }
}

export function chosenTest(asked: Brackets["test"], groups: readonly Float64Array[]): BracketTest {
  if (asked !== "auto") return asked;
  const isFar = areFarFromNormal(groups, true);
  if (groups.length === 2) return isFar ? "mann-whitney" : "t";
  return isFar ? "dunn" : "games-howell";
}

/** Whether p values hold for all pairs together as they are. */
export const holdsTogether = (test: BracketTest): boolean => test === "games-howell" || test === "tukey";

/** Pairs without an answer (what does not vary) are left out. */
export function comparedPairs(
  groups: readonly Float64Array[],
  pairs: readonly Pair[],
  { test, adjust }: { readonly test: BracketTest; readonly adjust: Brackets["adjust"] },
): readonly Compared[] {
  const found = pairs.flatMap(([first, second]) => {
    const p = pOf(groups, [first, second], test);
    return p === null || Number.isNaN(p) ? [] : [{ first, second, p }];
  });
  if (holdsTogether(test)) return found;
  const adjusted = adjustedP(
    found.map(({ p }) => p),
    adjust,
  );
  return found.map((pair, at) => ({ ...pair, p: adjusted[at] ?? Number.NaN }));
}

function pOf(groups: readonly Float64Array[], [first, second]: Pair, test: BracketTest): number | null {
  const [x = new Float64Array(), y = new Float64Array()] = [groups[first], groups[second]];
  const isOfThem = (pair: { readonly first: number; readonly second: number }): boolean =>
    pair.first === first && pair.second === second;
  switch (test) {
    case "t":
      return tTest(x, y)?.p ?? null;
    case "mann-whitney":
      return mannWhitney(x, y)?.p ?? null;
    case "dunn":
      return dunn(groups).find(isOfThem)?.p ?? null;
    case "games-howell":
    case "tukey":
      return meanPairs(groups, { equal: test === "tukey" }).find(isOfThem)?.p ?? null;
  }
}
