// How columns hang together, two at a time: numbers by Pearson's and Spearman's coefficients (scipy.stats.pearsonr, spearmanr; ties
// get their mean rank), categories by Cramér's V (scipy.stats.contingency.association, method "cramer"; corrected for its bias as
// Bergsma, Journal of the Korean Statistical Society 42:323-328, 1993), categories and numbers by the correlation ratio
// (Fisher's eta). Only rows in which both have a value count: NaN is a missing number, a place below 0 a missing category. What
// cannot be told (fewer than two values, one that does not vary, infinite ones) is NaN.

import { ranksOfValues } from "./ranks.ts";

export interface Coefficient {
  readonly value: number;
  /** Rows in which both have a value. */
  readonly n: number;
}

export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): Coefficient {
  let [n, sumX, sumY, firstX, firstY] = [0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const [a, b] = [x[row] as number, y[row] as number];
    if (a !== a || b !== b) continue;
    if (n === 0) [firstX, firstY] = [a, b];
    n++;
    sumX += a - firstX;
    sumY += b - firstY;
  }
  const [meanX, meanY] = [firstX + sumX / n, firstY + sumY / n];
  let [xx, yy, xy, isSameX, isSameY] = [0, 0, 0, true, true];
  for (let row = 0; row < x.length; row++) {
    const [a, b] = [x[row] as number, y[row] as number];
    if (a !== a || b !== b) continue;
    if (a !== firstX) isSameX = false;
    if (b !== firstY) isSameY = false;
    xx += (a - meanX) ** 2;
    yy += (b - meanY) ** 2;
    xy += (a - meanX) * (b - meanY);
  }
  if (n < 2 || isSameX || isSameY) return { value: Number.NaN, n };
  // Of equal columns exactly 1, as long as their product holds.
  const product = xx * yy;
  const length = product > 1e-290 && product < Infinity ? Math.sqrt(product) : Math.sqrt(xx) * Math.sqrt(yy);
  const isTold = Number.isFinite(length) && Number.isFinite(xy) && xx > Number.MIN_VALUE * 1e16 && yy > Number.MIN_VALUE * 1e16;
  if (!isTold) return scaledPearson(x, y, n);
  return { value: Math.min(1, Math.max(-1, xy / length)), n };
}

/** Of numbers whose squares are more or less than a double holds, in units of their own size. */
function scaledPearson(x: ArrayLike<number>, y: ArrayLike<number>, n: number): Coefficient {
  const inUnits = (values: ArrayLike<number>, others: ArrayLike<number>): Float64Array | null => {
    let size = 0;
    for (let row = 0; row < values.length; row++)
      if (!Number.isNaN(others[row])) size = Math.max(size, Math.abs(values[row] as number) || 0);
    if (size === 0 || !Number.isFinite(size)) return null;
    const unit = 2 ** Math.min(1023, Math.ceil(Math.log2(size)));
    // In two steps: the unit's own inverse may be more than a double holds.
    return Float64Array.from(values, (value) => value / Math.sqrt(unit) / Math.sqrt(unit));
  };
  const [a, b] = [inUnits(x, y), inUnits(y, x)];
  if (!a || !b || (a.every((value, row) => Object.is(value, x[row])) && b.every((value, row) => Object.is(value, y[row]))))
    return { value: Number.NaN, n };
  return pearson(a, b);
}

/** Ranks are given by the caller where many pairs are asked for: `ranksOf` of a column that is whole serves all of them. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Coefficient {
  const both = [0, 1].map(() => new Float64Array(x.length));
  const [a, b] = both as [Float64Array, Float64Array];
  for (let row = 0; row < x.length; row++) {
    const isThere = !Number.isNaN(x[row]) && !Number.isNaN(y[row]);
    a[row] = isThere ? (x[row] as number) : Number.NaN;
    b[row] = isThere ? (y[row] as number) : Number.NaN;
  }
  return pearson(averageRanks(a), averageRanks(b));
}

export const averageRanks = (values: ArrayLike<number>): Float64Array => ranksOfValues(values, { ties: "average" });

export interface Contingency {
  /** Rows of the first in each of the second, row-major. */
  readonly counts: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

export function contingencyOf(a: Int32Array, levelsOfA: number, b: Int32Array, levelsOfB: number): Contingency {
  const counts = new Float64Array(levelsOfA * levelsOfB);
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row] as number, b[row] as number];
    if (x < 0 || y < 0) continue;
    const at = x * levelsOfB + y;
    counts[at] = (counts[at] as number) + 1;
  }
  return { counts, rows: levelsOfA, columns: levelsOfB };
}

export interface ChiSquared {
  readonly statistic: number;
  readonly freedom: number;
  readonly n: number;
  /** Rows and columns of the table that hold anything. */
  readonly rows: number;
  readonly columns: number;
}

/** Pearson's statistic without Yates's correction, over the rows and columns that hold anything. */
export function chiSquared({ counts, rows, columns }: Contingency): ChiSquared {
  const ofRow = new Float64Array(rows);
  const ofColumn = new Float64Array(columns);
  let n = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const count = counts[i * columns + j] as number;
      ofRow[i] = (ofRow[i] as number) + count;
      ofColumn[j] = (ofColumn[j] as number) + count;
      n += count;
    }
  let statistic = 0;
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const expected = ((ofRow[i] as number) * (ofColumn[j] as number)) / n;
      if (expected > 0) statistic += ((counts[i * columns + j] as number) - expected) ** 2 / expected;
    }
  const filled = (sums: Float64Array): number => sums.reduce((all, sum) => all + (sum > 0 ? 1 : 0), 0);
  const [r, c] = [filled(ofRow), filled(ofColumn)];
  return { statistic, freedom: (r - 1) * (c - 1), n, rows: r, columns: c };
}

/** `corrected`: less what chance alone would make of so many categories (Bergsma). */
export function cramersV(table: Contingency, corrected: boolean): Coefficient {
  const { statistic, n, rows, columns } = chiSquared(table);
  if (n < 2 || rows < 2 || columns < 2) return { value: Number.NaN, n };
  const share = statistic / n;
  if (!corrected) return { value: Math.min(1, Math.sqrt(share / (Math.min(rows, columns) - 1))), n };
  const less = ((rows - 1) * (columns - 1)) / (n - 1);
  const [r, c] = [rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)];
  const most = Math.min(r, c) - 1;
  return { value: most > 0 ? Math.min(1, Math.sqrt(Math.max(0, share - less) / most)) : 0, n };
}

/** The share of the numbers' variance that lies between the categories, and its root. */
export function correlationRatio(of: Int32Array, levels: number, numbers: ArrayLike<number>): Coefficient {
  const [counts, sums] = [new Float64Array(levels), new Float64Array(levels)];
  let [n, sum, first, isSame] = [0, 0, 0, true];
  for (let row = 0; row < of.length; row++) {
    const [level, value] = [of[row] as number, numbers[row] as number];
    if (level < 0 || value !== value) continue;
    if (n === 0) first = value;
    else if (value !== first) isSame = false;
    n++;
    sum += value - first;
    counts[level] = (counts[level] as number) + 1;
    sums[level] = (sums[level] as number) + (value - first);
  }
  const filled = counts.reduce((all, count) => all + (count > 0 ? 1 : 0), 0);
  if (n < 2 || isSame || filled < 2) return { value: Number.NaN, n };
  const mean = sum / n;
  let [between, within] = [0, 0];
  for (let level = 0; level < levels; level++) {
    const count = counts[level] as number;
    if (count > 0) between += count * ((sums[level] as number) / count - mean) ** 2;
  }
  for (let row = 0; row < of.length; row++) {
    const [level, value] = [of[row] as number, numbers[row] as number];
    if (level < 0 || value !== value) continue;
    within += (value - first - (sums[level] as number) / (counts[level] as number)) ** 2;
  }
  const all = between + within;
  return { value: Number.isFinite(all) && all > 0 ? Math.min(1, Math.sqrt(between / all)) : Number.NaN, n };
}
