// By how much values of one sample lie above those of another, and around what differences of pairs lie: Hodges and Lehmann's estimates
// (Annals of Mathematical Statistics 34:598-611, 1963), the medians of all differences and of all means of two, with the intervals that
// belong to Wilcoxon's tests (Bauer, Journal of the American Statistical Association 67:687-690, 1972), as R's wilcox.test with
// conf.int = TRUE: of the exact distribution where the test is exact, else of the normal one with its corrections. R looks for the ends
// of the latter to within 1e-4 of the data's unit; here they are the differences at which the test turns.

import { normal } from "../distributions/normal.ts";
import { atMost as orderShares, tieCounts } from "./mann-whitney.ts";
import { atMost as signShares } from "./signed-rank.ts";

export interface Shift {
  readonly estimate: number;
  /** Null: values are too few for that confidence. */
  readonly interval: readonly [low: number, high: number] | null;
}

/** Of two samples without NaN that have values; `isExact` as the test was. */
export function shiftOfTwo(x: Float64Array, y: Float64Array, isExact: boolean, confidence: number): Shift {
  const [m, n] = [x.length, y.length];
  const all = m * n;
  const ranked = differencesOf(x, y);
  const estimate = middleOf(ranked, all);
  const side = (1 - confidence) / 2;
  if (isExact) return { estimate, interval: exactInterval(ranked, all, fewest(orderShares(m, n), side)) };
  // Ties between the samples come and go with the shift: those within them stay.
  const ties = [x, y].reduce((sum, values) => sum + tieSum([...values]), 0);
  const deviation = Math.sqrt((all / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  return { estimate, interval: normalInterval(ranked, { all, deviation, side, isEnough: deviation > 0 }) };
}

/** Of differences of pairs that are not 0. */
export function shiftOfPairs(differences: Float64Array, isExact: boolean, confidence: number): Shift {
  const n = differences.length;
  const all = (n * (n + 1)) / 2;
  const ranked = meansOf(differences);
  const estimate = middleOf(ranked, all);
  const side = (1 - confidence) / 2;
  if (isExact) return { estimate, interval: exactInterval(ranked, all, fewest(signShares(all, n), side)) };
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum([...differences]) / 48);
  const sorted = differences.slice().sort();
  const isEnough = [sorted[0], sorted[n - 1]].every((end) => reaches(differences, end as number, side));
  return { estimate, interval: normalInterval(ranked, { all, deviation, side, isEnough }) };
}

/** The k-th smallest of many numbers, from 1, that are not all written down where they are too many. */
type Ranked = (k: number) => number;

const middleOf = (ranked: Ranked, all: number): number =>
  all % 2 === 1 ? ranked((all + 1) / 2) : (ranked(all / 2) + ranked(all / 2 + 1)) / 2;

/** The quantile of an exact distribution: the least count whose share of orders reaches that. */
const fewest = (shares: Float64Array, side: number): number => shares.findIndex((share) => share >= side - 10 * Number.EPSILON);

/** 0 were no end at all: R takes the outermost then, and warns that they hold less than was asked. */
const exactInterval = (ranked: Ranked, all: number, count: number): Shift["interval"] =>
  count <= 0 ? null : [ranked(count), ranked(all - count + 1)];

function normalInterval(
  ranked: Ranked,
  {
    all,
    deviation,
    side,
    isEnough,
  }: { readonly all: number; readonly deviation: number; readonly side: number; readonly isEnough: boolean },
): Shift["interval"] {
  if (!isEnough || !(deviation > 0)) return null;
  const half = -normal.quantile(side) * deviation + 0.5;
  const inside = (k: number): number => ranked(Math.min(all, Math.max(1, k)));
  return [inside(Math.floor(all / 2 - half) + 1), inside(Math.floor(all / 2 + half) + 1)];
}

/** Whether pairs moved by that end still speak against it: of few, or of many equal ones, they never do. */
function reaches(differences: Float64Array, end: number, side: number): boolean {
  const left = Array.from(differences, (value) => Math.abs(value - end)).filter((size) => size > 0);
  const n = left.length;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieSum(left) / 48);
  return ((n * (n + 1)) / 4 - 0.5) / deviation >= -normal.quantile(side);
}

const tieSum = (values: readonly number[]): number => tieCounts(values).reduce((total, count) => total + (count ** 3 - count), 0);

/** So many are written down and sorted. */
const mostListed = 4096;

/** Differences of each of `x` and each of `y`. */
function differencesOf(x: Float64Array, y: Float64Array): Ranked {
  const [a, b] = [x.slice().sort(), y.slice().sort()];
  if (a.length * b.length <= mostListed) {
    const list = new Float64Array(a.length * b.length);
    let at = 0;
    for (const one of a) for (const other of b) list[at++] = one - other;
    return listed(list);
  }
  return counted((value) => {
    // The larger the first, the more of the second are subtracted from it before it falls below.
    let [count, next] = [0, 0];
    for (const one of a) {
      while (next < b.length && one - (b[next] as number) > value) next++;
      count += b.length - next;
    }
    return count;
  });
}

/** Means of each two of them, each with itself, too. */
function meansOf(differences: Float64Array): Ranked {
  const a = differences.slice().sort();
  const n = a.length;
  if ((n * (n + 1)) / 2 <= mostListed) {
    const list = new Float64Array((n * (n + 1)) / 2);
    let at = 0;
    for (let i = 0; i < n; i++) for (let j = i; j < n; j++) list[at++] = meanOfTwo(a, i, j);
    return listed(list);
  }
  return counted((value) => {
    let count = 0;
    let end = n - 1;
    for (let i = 0; i < n; i++) {
      while (end >= i && meanOfTwo(a, i, end) > value) end--;
      if (end < i) break;
      count += end - i + 1;
    }
    return count;
  });
}
const meanOfTwo = (a: Float64Array, i: number, j: number): number => ((a[i] as number) + (a[j] as number)) / 2;

function listed(list: Float64Array): Ranked {
  list.sort();
  return (k) => list[k - 1] as number;
}

/** By halving among the doubles: the least one that as many do not exceed. */
function counted(atMostOf: (value: number) => number): Ranked {
  return (k) => {
    let [under, over] = [orderOf(-Number.MAX_VALUE), orderOf(Number.MAX_VALUE)];
    while (over - under > 1n) {
      const middle = (under + over) / 2n;
      if (atMostOf(doubleOf(middle)) >= k) over = middle;
      else under = middle;
    }
    return doubleOf(over);
  };
}

const asNumber = new Float64Array(1);
const asBits = new BigUint64Array(asNumber.buffer);
const sign = 1n << 63n;
/** Doubles as whole numbers in their order. */
function orderOf(x: number): bigint {
  asNumber[0] = x;
  const bits = asBits[0] as bigint;
  return bits & sign ? sign - (bits & (sign - 1n)) : bits + sign;
}
function doubleOf(order: bigint): number {
  asBits[0] = order >= sign ? order - sign : (sign - order) | sign;
  return asNumber[0] as number;
}
