// Correlations of several lists with each other, each over the places that both have, as R's
// cor(use = "pairwise.complete.obs") has them: Spearman's is Pearson's of the ranks among those places.

import { momentsOf } from "./moments.ts";
import { ranksOfValues } from "./ranks.ts";
import { correlationOf } from "./tests/pearson.ts";
import { presentPairs } from "./tests/present-pairs.ts";

export const correlationMethods = ["pearson", "spearman"] as const;
export type CorrelationMethod = (typeof correlationMethods)[number];

export interface Correlations {
  /** Row after row; NaN where fewer than two places are common, or one of the two does not vary among them. */
  readonly r: Float64Array;
  /** Places that both have. */
  readonly n: Int32Array;
}

export function correlations(lists: readonly ArrayLike<number>[], method: CorrelationMethod): Correlations {
  const count = lists.length;
  const r = new Float64Array(count * count);
  const n = new Int32Array(count * count);
  const present = lists.map((values) => countPresent(values));
  const isComplete = present.every((found, at) => found === lists[at]?.length);
  const ranked = (values: ArrayLike<number>): ArrayLike<number> =>
    method === "spearman" ? ranksOfValues(values, { ties: "average" }) : values;
  // Without gaps every pair has the same places.
  const whole = isComplete
    ? lists.map((values) => {
        const of = ranked(values);
        return { of, moments: momentsOf(of) };
      })
    : null;
  const set = (a: number, b: number, value: number, places: number): void => {
    r[a * count + b] = value;
    r[b * count + a] = value;
    n[a * count + b] = places;
    n[b * count + a] = places;
  };
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      const [one, other] = [whole?.[a], whole?.[b]];
      if (one && other) set(a, b, correlationOf(one.of, other.of, [one.moments, other.moments]), one.of.length);
      else {
        const [x, y] = presentPairs(lists[a] as ArrayLike<number>, lists[b] as ArrayLike<number>).map(ranked);
        set(a, b, correlationOf(x as ArrayLike<number>, y as ArrayLike<number>), (x as ArrayLike<number>).length);
      }
    }
  }
  return { r, n };
}

function countPresent(values: ArrayLike<number>): number {
  let n = 0;
  for (let at = 0; at < values.length; at++) if (!Number.isNaN(values[at])) n++;
  return n;
}
