// How far things lie from each other, of all pairs, as R's dist and 1 - cor have it: over the values that both have.

import { momentsOf } from "../moments.ts";
import { ranksOfValues } from "../ranks.ts";
import { changed, drained, type Pieces, within } from "./drained.ts";
import { pairSums } from "./pair-sums.ts";

export const distances = ["euclidean", "manhattan", "pearson", "spearman"] as const;
/** The last two: 1 less the correlation. */
export type Distance = (typeof distances)[number];

/** Place of the pair (i, j) among all pairs of n, i < j row by row. */
export const pairAt = (n: number, i: number, j: number): number =>
  i < j ? i * n - (i * (i + 1)) / 2 + j - i - 1 : j * n - (j * (j + 1)) / 2 + i - j - 1;

/**
 * Of all pairs of rows, in the order of `pairAt`. Lengths are scaled up for values that one of the two has not. Rows without a
 * common value, rows of which no correlation is known since they do not vary, and those that are farther than a number holds are
 * as far apart as the farthest pair.
 */
export const distancesOf = (rows: readonly ArrayLike<number>[], distance: Distance): Float64Array =>
  drained(distancesInPieces(rows, distance));

/** The same, to be left between its pieces. */
export function* distancesInPieces(rows: readonly ArrayLike<number>[], distance: Distance): Pieces<Float64Array> {
  const found = (yield* within(0, 0.95, atOnce(rows, distance))) ?? (yield* within(0, 0.95, oneByOne(rows, distance)));
  let farthest = 0;
  for (const value of found) if (value > farthest && value < Number.POSITIVE_INFINITY) farthest = value;
  return yield* within(
    0.95,
    1,
    changed(found, (value) => (Number.isFinite(value) ? value : farthest)),
  );
}

function* oneByOne(rows: readonly ArrayLike<number>[], distance: Distance): Pieces<Float64Array> {
  const n = rows.length;
  const found = new Float64Array((n * (n - 1)) / 2);
  const between = measureOf(rows, distance);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, at++) {
      found[at] = between(i, j);
      if (at % fewPairs === 0) yield at / found.length;
    }
  }
  return found;
}

/** Pairs after which a loop may be left. */
const fewPairs = 512;

/** Of many rows without gaps, the same numbers sooner; null: one by one. */
function* atOnce(rows: readonly ArrayLike<number>[], distance: Distance): Pieces<Float64Array | null> {
  if (!rows.every((values) => isComplete(values))) return null;
  if (distance === "manhattan") return yield* pairSums(rows, "sizes");
  const isLength = distance === "euclidean";
  const given = isLength ? rows : yield* within(0, 0.1, unitsOf(rows, distance));
  const sums = yield* within(0.1, 0.9, pairSums(given, isLength ? "squares" : "products"));
  return sums && (yield* within(0.9, 1, changed(sums, isLength ? Math.sqrt : fromProduct)));
}

function* unitsOf(rows: readonly ArrayLike<number>[], distance: Distance): Pieces<readonly Float64Array[]> {
  const units: Float64Array[] = [];
  for (const values of rows) {
    units.push(unitOf(distance === "spearman" ? ranksOfValues(values, { ties: "average" }) : values));
    yield units.length / rows.length;
  }
  return units;
}

const fromProduct = (sum: number): number => 1 - Math.min(1, Math.max(-1, sum));

type Between = (i: number, j: number) => number;

function measureOf(rows: readonly ArrayLike<number>[], distance: Distance): Between {
  const row = (at: number): ArrayLike<number> => rows[at] as ArrayLike<number>;
  if (distance === "euclidean") return (i, j) => lengthOf(row(i), row(j), true);
  if (distance === "manhattan") return (i, j) => lengthOf(row(i), row(j), false);
  if (rows.every((values) => isComplete(values))) {
    const units = drained(unitsOf(rows, distance));
    return (i, j) => 1 - product(units[i] as Float64Array, units[j] as Float64Array);
  }
  return (i, j) => {
    const both = commonOf(row(i), row(j));
    const [a, b] = both.map((values) => unitOf(distance === "spearman" ? ranksOfValues(values, { ties: "average" }) : values));
    return 1 - product(a as Float64Array, b as Float64Array);
  };
}

function lengthOf(a: ArrayLike<number>, b: ArrayLike<number>, isSquared: boolean): number {
  let sum = 0;
  let both = 0;
  for (let k = 0; k < a.length; k++) {
    const off = (a[k] as number) - (b[k] as number);
    if (off !== off) continue;
    sum += isSquared ? off * off : Math.abs(off);
    both++;
  }
  if (both === 0) return Number.NaN;
  const scaled = (sum * a.length) / both;
  return isSquared ? Math.sqrt(scaled) : scaled;
}

function isComplete(values: ArrayLike<number>): boolean {
  for (let at = 0; at < values.length; at++) if (Number.isNaN(values[at])) return false;
  return true;
}

/** Of two rows what both have. */
function commonOf(a: ArrayLike<number>, b: ArrayLike<number>): readonly [Float64Array, Float64Array] {
  const places = Array.from({ length: a.length }, (_, at) => at).filter((at) => !Number.isNaN(a[at]) && !Number.isNaN(b[at]));
  return [Float64Array.from(places, (at) => a[at] as number), Float64Array.from(places, (at) => b[at] as number)];
}

/** Around its mean, of length 1; NaN where it does not vary. */
function unitOf(values: ArrayLike<number>): Float64Array {
  const { mean, squares, isConstant } = momentsOf(values);
  const length = isConstant ? Number.NaN : Math.sqrt(squares);
  return Float64Array.from(values, (value) => (value - mean) / length);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return Math.min(1, Math.max(-1, sum));
}
