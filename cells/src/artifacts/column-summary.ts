// What a column looks like at a glance: missing, distinct, a histogram and quartiles of numbers, the most frequent
// texts. One pass and one sort per column; used by table headers, by the profile and by `inspect`.

import { binOf, equalBins } from "../stats/bins.ts";
import { meanAndDeviation } from "../stats/moments.ts";
import { quantileOfSorted, quantiles } from "../stats/quantiles.ts";
import type { Column } from "./artifact.ts";
import { countedDistinct, distinctNumbers } from "./distinct-numbers.ts";
import { firstCodes } from "./dictionary.ts";
import { rowsOfColumn } from "./table.ts";
import { saidOf } from "./semantics.ts";
import type { ColumnSummary } from "./table-window.ts";

export interface SummaryOptions {
  /** Number of equal bins of a histogram; 20 by default. */
  readonly bins?: number;
  /** Number of most frequent texts; 10 by default. */
  readonly top?: number;
  /** Of a matrix: this many of its samples at most. */
  readonly most?: number;
  /** Of the values of a matrix: the column of the features' ids goes first, as in a window. */
  readonly ids?: boolean;
}

export function columnSummary(column: Column, options: SummaryOptions = {}): ColumnSummary {
  const rows = rowsOfColumn(column);
  const { valid } = column;
  let missing = 0;
  if (valid) for (let row = 0; row < rows; row++) if (valid[row] === 0) missing++;
  const base = {
    name: column.name,
    type: column.type,
    ...saidOf(column),
    missing,
  };
  if (column.type === "text" || column.type === "boolean") {
    const { distinct, most } = commonest(
      column.type === "text" ? textCounts(column, valid) : flagCounts(column.values, valid),
      options.top ?? 10,
    );
    return {
      ...base,
      distinct: distinct > countedDistinct ? null : distinct,
      top: most,
    };
  }
  const present = new Float64Array(rows - missing);
  let at = 0;
  for (let row = 0; row < rows; row++) if (!valid || valid[row] !== 0) present[at++] = column.values[row] as number;
  return { ...base, ...numberSummary(present, options.bins ?? 20) };
}

interface Counted {
  readonly texts: readonly string[];
  /** Rows of each; a text of none is not there. */
  readonly counts: Int32Array;
}

/** The first so many by count, then as texts; a million others are passed once. */
function commonest({ texts, counts }: Counted, count: number) {
  const isBefore = (a: number, b: number): boolean => {
    const more = (counts[a] as number) - (counts[b] as number);
    return more > 0 || (more === 0 && (texts[a] as string) < (texts[b] as string));
  };
  const most: number[] = [];
  let distinct = 0;
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    distinct++;
    if (count === 0 || (most.length === count && !isBefore(at, most[count - 1] as number))) continue;
    let place = most.length;
    while (place > 0 && isBefore(at, most[place - 1] as number)) place--;
    most.splice(place, 0, at);
    if (most.length > count) most.pop();
  }
  return { distinct, most: most.map((at) => ({ value: texts[at] as string, count: counts[at] as number })) };
}

function textCounts({ codes, dictionary }: Extract<Column, { type: "text" }>, valid: Uint8Array | null): Counted {
  const counts = new Int32Array(dictionary.length);
  const firstOf = firstCodes(dictionary);
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) continue;
    const code = firstOf[codes[row] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return { texts: dictionary, counts };
}

function flagCounts(values: Uint8Array, valid: Uint8Array | null): Counted {
  const counts = new Int32Array(2);
  for (let row = 0; row < values.length; row++) {
    if (valid && valid[row] === 0) continue;
    const is = values[row] === 1 ? 1 : 0;
    counts[is] = (counts[is] as number) + 1;
  }
  return { texts: ["false", "true"], counts };
}

/**
 * Distinct values and the histogram of numbers; infinities and NaN are left out of the histogram, and infinities are
 * counted. Sorts `values`. Quartiles as R's type 7; standard deviation with n - 1.
 */
export function numberSummary(values: Float64Array, bins: number): Pick<ColumnSummary, "distinct" | "histogram" | "infinite"> {
  if (values.length >= many) return summaryOfMany(values, bins);
  values.sort();
  let distinct = 0;
  let nan = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value !== value) nan = true;
    else if (i === 0 || value !== values[i - 1]) distinct++;
  }
  if (nan) distinct++;
  let start = 0;
  let end = values.length;
  // NaN sorts behind everything.
  while (end > start && Number.isNaN(values[end - 1])) end--;
  const numbers = values.subarray(0, end);
  while (end > start && !Number.isFinite(values[end - 1])) end--;
  while (start < end && !Number.isFinite(values[start])) start++;
  const finite = values.subarray(start, end);
  const infinite = { below: start, above: numbers.length - end };
  const counted = {
    distinct: distinct > countedDistinct ? null : distinct,
    ...(infinite.below + infinite.above > 0 ? { infinite } : {}),
  };
  // Half of the values may be infinite: then the middle of the others is all that can be told.
  const quantile = (share: number): number => {
    const found = quantileOfSorted(numbers, share);
    return Number.isFinite(found) ? found : quantileOfSorted(finite, share);
  };
  const n = finite.length;
  if (n === 0) return counted;
  const min = finite[0] as number;
  const max = finite[n - 1] as number;
  let zeros = 0;
  for (let i = 0; i < n; i++) if (finite[i] === 0) zeros++;
  const { mean, deviation } = meanAndDeviation(finite);
  const counts = new Array<number>(max > min ? bins : 1).fill(0);
  const equal = equalBins(min, max, counts.length);
  for (let i = 0; i < n; i++) {
    const bin = binOf(equal, finite[i] as number);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return {
    ...counted,
    histogram: {
      min,
      max,
      counts,
      mean,
      sd: n > 1 ? deviation : 0,
      median: quantile(0.5),
      q1: quantile(0.25),
      q3: quantile(0.75),
      zeros,
    },
  };
}

/** A sort of more takes longer than what is asked for. */
const many = 50_000;

/** The same of many numbers, in a few passes: of different ones no more are counted than are told, and quartiles are selected. */
function summaryOfMany(values: Float64Array, bins: number): Pick<ColumnSummary, "distinct" | "histogram" | "infinite"> {
  const distinct = distinctNumbers(values, null);
  const infinite = { below: 0, above: 0 };
  let [n, zeros, min, max] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const finite = new Float64Array(values.length);
  for (const value of values) {
    if (value === Infinity) infinite.above++;
    else if (value === -Infinity) infinite.below++;
    else if (value === value) {
      finite[n++] = value;
      if (value === 0) zeros++;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  const counted = {
    distinct: distinct > countedDistinct ? null : distinct,
    ...(infinite.below + infinite.above > 0 ? { infinite } : {}),
  };
  if (n === 0) return counted;
  const numbers = finite.subarray(0, n);
  const { mean, deviation } = meanAndDeviation(numbers);
  const counts = new Array<number>(max > min ? bins : 1).fill(0);
  const equal = equalBins(min, max, counts.length);
  for (const value of numbers) {
    const bin = binOf(equal, value);
    counts[bin] = (counts[bin] as number) + 1;
  }
  // Half of the values may be infinite: then the middle of the others is all that can be told.
  const shares = [0.25, 0.5, 0.75];
  const ofFinite = quantiles(numbers, shares);
  const all =
    infinite.below + infinite.above > 0
      ? quantiles(
          values.filter((value) => !Number.isNaN(value)),
          shares,
        )
      : ofFinite;
  const [q1, median, q3] = all.map((value, at) => (Number.isFinite(value) ? value : (ofFinite[at] as number))) as [
    number,
    number,
    number,
  ];
  return { ...counted, histogram: { min, max, counts, mean, sd: n > 1 ? deviation : 0, median, q1, q3, zeros } };
}
