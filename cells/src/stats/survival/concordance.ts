// How often of two individuals the one with the higher predicted hazard has the event first (Harrell 1982), with the error by the
// infinitesimal jackknife, as survival ≥ 3 gives it for a Cox model: pairs within strata, predictions that tie count one half.

import { byTime, type FollowUp, rowsOf } from "./survival-data.ts";

export interface Concordance {
  /** NaN: no two can be compared. */
  readonly value: number;
  readonly error: number;
  readonly pairs: number;
}

export function concordance(of: FollowUp, predictor: Float64Array, strata: ArrayLike<number>, strataCount: number): Concordance {
  const ranks = ranksOf(predictor);
  const rows = of.time.length;
  // Of each individual: pairs that it is in, and in how many of them the prediction is right, ties one half.
  const right = new Float64Array(rows);
  const pairs = new Float64Array(rows);
  for (let stratum = 0; stratum < strataCount; stratum++) {
    const order = byTime(of.time, rowsOf(strata, stratum));
    countPairs(of, order, { ranks, right, pairs, isFromEnd: true });
    countPairs(of, order, { ranks, right, pairs, isFromEnd: false });
  }
  const total = sum(pairs) / 2;
  const value = sum(right) / 2 / total;
  let variance = 0;
  for (let row = 0; row < rows; row++) variance += (((right[row] as number) - value * (pairs[row] as number)) / total) ** 2;
  return { value, error: Math.sqrt(variance), pairs: total };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);

/** Ranks from 1 of distinct values. */
function ranksOf(predictor: Float64Array): Int32Array {
  const distinct = [...new Set(predictor)].sort((a, b) => a - b);
  const rankOf = new Map(distinct.map((value, at) => [value, at + 1]));
  return Int32Array.from(predictor, (value) => rankOf.get(value) ?? 0);
}

interface Counting {
  readonly ranks: Int32Array;
  readonly right: Float64Array;
  readonly pairs: Float64Array;
  /** From the longest: of each event those that outlive it. From the shortest: of each the events before it. */
  readonly isFromEnd: boolean;
}

function countPairs({ time, event }: FollowUp, order: Int32Array, { ranks, right, pairs, isFromEnd }: Counting): void {
  const most = ranks.reduce((max, rank) => Math.max(max, rank), 0);
  const tree = new Float64Array(most + 1);
  let size = 0;
  const add = (row: number): void => {
    size++;
    for (let at = ranks[row] as number; at <= most; at += at & -at) tree[at] = (tree[at] as number) + 1;
  };
  const atMost = (rank: number): number => {
    let found = 0;
    for (let at = rank; at > 0; at -= at & -at) found += tree[at] as number;
    return found;
  };
  const count = (row: number): void => {
    const rank = ranks[row] as number;
    const below = atMost(rank - 1);
    const equal = atMost(rank) - below;
    pairs[row] = (pairs[row] as number) + size;
    right[row] = (right[row] as number) + (isFromEnd ? below : size - below - equal) + equal / 2;
  };
  const walk = isFromEnd ? Int32Array.from(order).reverse() : order;
  for (let from = 0; from < walk.length; ) {
    const at = time[walk[from] as number];
    let to = from;
    while (to < walk.length && time[walk[to] as number] === at) to++;
    const tied = Array.from(walk.subarray(from, to));
    const events = tied.filter((row) => event[row] === 1);
    const others = tied.filter((row) => event[row] !== 1);
    // At one time whoever is censored outlives whoever has the event; two events cannot be compared.
    if (isFromEnd) {
      for (const row of others) add(row);
      for (const row of events) count(row);
      for (const row of events) add(row);
    } else {
      for (const row of events) count(row);
      for (const row of events) add(row);
      for (const row of others) count(row);
    }
    from = to;
  }
}
