// Columns of a matrix whose values are unlike those of all others, as numbers are that describe the rows: chromosomes,
// strands, places that go up, numbers of another size. A sample may look so by chance: it is said, and stays.

import type { MatrixRows } from "./matrix-of-content.ts";

export interface UnlikeColumn {
  readonly name: string;
  readonly as: "chromosomes" | "strands" | "rising" | "size";
}

interface Facts {
  readonly name: string;
  readonly isWhole: boolean;
  readonly least: number;
  readonly largest: number;
  readonly mean: number;
  readonly distinct: number;
  /** Shares of the steps from row to row that go up and down. */
  readonly up: number;
  readonly down: number;
}

/** Rows that are looked at; of fewer than ten nothing is said. */
const most = 5000;
const fewest = 10;

export function columnsUnlikeOthers({ names, ids, data }: Pick<MatrixRows, "names" | "ids" | "data">): readonly UnlikeColumn[] {
  const width = names.length;
  const rows = Math.min(ids.length, most);
  if (width < 3 || rows < fewest) return [];
  const all = names.map((name, at) => factsOf(name, rows, (row) => data[row * width + at] as number));
  const areMost = ofOthers(all);
  const others = {
    areVaried: areMost((each) => each.distinct > 2),
    areLarge: areMost((each) => each.largest > 100),
    areMixed: areMost((each) => each.distinct > 1 && each.down > 0.1),
  };
  const means = all.map(({ mean }) => mean).toSorted((a, b) => a - b);
  return all.flatMap((facts): UnlikeColumn[] => {
    const as = unlike(facts, others) ?? (isOfOtherSize(facts, means) ? "size" : null);
    return as === null ? [] : [{ name: facts.name, as }];
  });
}

/** Whether it is so of three quarters of the other columns. */
function ofOthers(all: readonly Facts[]) {
  return (is: (each: Facts) => boolean) => {
    const count = all.filter(is).length;
    return (facts: Facts): boolean => count - (is(facts) ? 1 : 0) >= Math.ceil((all.length - 1) * 0.75);
  };
}

type OfOthers = (facts: Facts) => boolean;

function factsOf(name: string, rows: number, at: (row: number) => number): Facts {
  let [least, largest, sum, count, up, down] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0, 0];
  let isWhole = true;
  let before = Number.NaN;
  const seen = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const value = at(row);
    if (!Number.isFinite(value)) continue;
    if (!Number.isInteger(value)) isWhole = false;
    least = Math.min(least, value);
    largest = Math.max(largest, value);
    sum += value;
    count++;
    if (value > before) up++;
    if (value < before) down++;
    before = value;
    if (seen.size < 100) seen.add(value);
  }
  const steps = Math.max(1, count - 1);
  return { name, isWhole, least, largest, mean: sum / count, distinct: seen.size, up: up / steps, down: down / steps };
}

function unlike(
  facts: Facts,
  others: { readonly areVaried: OfOthers; readonly areLarge: OfOthers; readonly areMixed: OfOthers },
): UnlikeColumn["as"] | null {
  const { isWhole, least, largest, distinct, up, down } = facts;
  if (isWhole && distinct === 2 && least === -1 && largest === 1 && others.areVaried(facts)) return "strands";
  // Of man 22 and X, Y, MT as 23 to 26; counts go down to nothing and further up.
  if (isWhole && least >= 1 && largest <= 26 && distinct >= 5 && others.areLarge(facts)) return "chromosomes";
  return isWhole && distinct >= fewest && down === 0 && up >= 0.95 && others.areMixed(facts) ? "rising" : null;
}

/** A hundred times larger or smaller than all others, which lie within ten times of each other. `means`: from the least on. */
function isOfOtherSize({ mean }: Facts, means: readonly number[]): boolean {
  const [least = 0, second = 0] = means;
  const [last = 0, largest = 0] = means.slice(-2);
  if (!(mean > 0) || !(least > 0)) return false;
  const isLeast = mean === least && mean * 100 <= second && largest <= second * 10;
  return isLeast || (mean === largest && mean >= last * 100 && last <= least * 10);
}
