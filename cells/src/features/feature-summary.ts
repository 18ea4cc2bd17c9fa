// What a store of features keeps of a materialisation beside its file, as JSON: of each column how much is missing, of numbers
// moments, quantiles and counts between fixed edges, of texts the most frequent values. Bounded in size whatever the table is.
//
// A later materialisation is summed up `against` an earlier one: its numbers are counted between the edges of that one, its texts by
// the values of that one, so that the two can be compared without either table (drift.ts).

import type { Column, Table } from "../artifacts/artifact.ts";
import { identifies } from "../artifacts/semantics.ts";
import { cellString, columnOf, isMissing } from "../artifacts/table.ts";
import { meanAndDeviation } from "../stats/moments.ts";
import { nextBelow } from "../stats/next-below.ts";
import { quantileOfSorted } from "../stats/quantiles.ts";

/** Shares of the quantiles that are kept. */
export const summaryShares = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1] as const;
/** Texts that are counted, the most frequent ones. */
export const mostLevels = 50;
const longestLevel = 200;
/** Of all columns together: beside a file of two thousand columns of notes there would be some twenty megabytes of them. */
const mostTold = 20_000;
const barCount = 20;
/** Columns that are described; of a table of a hundred thousand the first ones. */
export const mostColumns = 2000;

export type LevelCount = { readonly value: string; readonly n: number };

/** Counts between edges: `counts[i]` of values in (edges[i - 1], edges[i]], the first of all up to edges[0], the last of all beyond. */
export type EdgeCounts = { readonly edges: readonly number[]; readonly counts: readonly number[] };

export type NumbersSummary = {
  readonly sort: "numbers";
  /** Finite ones. Of none mean, deviation and quantiles are null. */
  readonly n: number;
  readonly infinite: number;
  readonly mean: number | null;
  /** Divisor n - 1; null of fewer than two. */
  readonly sd: number | null;
  /** At `summaryShares`, linear between order statistics (type 7). */
  readonly quantiles: readonly number[] | null;
  /**
   * Between the nine inner deciles of the materialisation that the edges were taken of, each once, and below those that a tenth of its
   * values equal; infinities in the outer ones.
   */
  readonly deciles: EdgeCounts;
  /** Bars of equal width over the range of that materialisation, for a picture. */
  readonly bars: EdgeCounts;
};
export type TextsSummary = {
  readonly sort: "texts";
  /** Values that are there. */
  readonly n: number;
  /** Different ones. */
  readonly distinct: number;
  /** The most frequent first, and those of the materialisation it was summed up against. Null: of a column that tells individuals apart. */
  readonly levels: readonly LevelCount[] | null;
  /** Rows of all other values. */
  readonly rest: number;
};
export type ColumnFeatures = {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic?: string;
  readonly unit?: string;
  readonly missing: number;
  readonly values: NumbersSummary | TextsSummary;
};
export type FeatureSummary = {
  readonly form: 1;
  readonly rows: number;
  /** The column of entities and how many different ones it names; null: none was named, or it is not there. */
  readonly entity: string | null;
  readonly entities: number | null;
  readonly columns: readonly ColumnFeatures[];
  /** Columns of the table that are not described. */
  readonly leftOut: number;
};

export interface SummaryOptions {
  readonly entity?: string | null;
  /** Whose edges and values are taken. Of columns that it has not, or as another sort, own ones. */
  readonly against?: FeatureSummary | null;
}

export const featureSummary = (table: Table, options: SummaryOptions = {}): FeatureSummary =>
  allPieces(featureSummaryInPieces(table, options));

/** The same in pieces, between which whoever has a thread that others wait for lets them go on. */
export function* featureSummaryInPieces(
  table: Table,
  { entity = null, against = null }: SummaryOptions = {},
): Generator<undefined, FeatureSummary> {
  const counts = new Map<Column, ReadonlyMap<string, number>>();
  const countsOf: CountsOf = function* (column) {
    const known = counts.get(column) ?? (yield* countsOfTexts(column, table.rowCount));
    counts.set(column, known);
    return known;
  };
  const before = new Map((against?.columns ?? []).map((column) => [column.name, column.values]));
  const ofEntity = entity === null ? null : columnOf(table, entity);
  const described = table.columns.slice(0, mostColumns);
  const texts = described.filter(({ type }) => type === "text").length;
  const most = Math.min(mostLevels, Math.max(10, Math.floor(mostTold / Math.max(1, texts))));
  const columns: ColumnFeatures[] = [];
  for (const column of described) {
    columns.push(yield* columnFeatures(column, table.rowCount, before.get(column.name) ?? null, { countsOf, mostLevels: most }));
    yield;
  }
  return {
    form: 1,
    rows: table.rowCount,
    entity: ofEntity?.name ?? null,
    entities: ofEntity ? (yield* countsOf(ofEntity)).size : null,
    columns,
    leftOut: table.columns.length - described.length,
  };
}

/** Of a column whose values are counted twice once. */
type CountsOf = (column: Column) => Generator<undefined, ReadonlyMap<string, number>>;
interface Telling {
  readonly countsOf: CountsOf;
  /** Of each column. */
  readonly mostLevels: number;
}
/** Rows between two of which others go on. */
const rowsOfPiece = 1 << 17;

export function allPieces<Answer>(work: Generator<undefined, Answer>): Answer {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function* columnFeatures(
  column: Column,
  rows: number,
  before: NumbersSummary | TextsSummary | null,
  { countsOf, mostLevels: most }: Telling,
): Generator<undefined, ColumnFeatures> {
  let missing = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) missing++;
  const values =
    column.type === "text" || column.type === "boolean"
      ? textsSummary(column, yield* countsOf(column), before?.sort === "texts" ? before : null, most)
      : yield* numbersSummary(column, rows, before?.sort === "numbers" ? before : null);
  return {
    name: column.name,
    type: column.type,
    ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
    ...(column.unit === undefined ? {} : { unit: column.unit }),
    missing,
    values,
  };
}

function* numbersSummary(
  column: Extract<Column, { type: "float64" | "int32" }>,
  rows: number,
  before: NumbersSummary | null,
): Generator<undefined, NumbersSummary> {
  const sorted = yield* sortedInPieces(presentNumbers(column, rows));
  const infinite = { below: 0, above: 0 };
  for (const value of sorted) {
    if (value === Number.NEGATIVE_INFINITY) infinite.below++;
    if (value === Number.POSITIVE_INFINITY) infinite.above++;
  }
  const finite = sorted.subarray(infinite.below, sorted.length - infinite.above);
  const { mean, deviation } = meanAndDeviation(finite);
  const n = finite.length;
  return {
    sort: "numbers",
    n,
    infinite: infinite.below + infinite.above,
    mean: n === 0 ? null : mean + 0,
    sd: n < 2 || !Number.isFinite(deviation) ? null : deviation,
    quantiles: n === 0 ? null : summaryShares.map((share) => quantileOfSorted(finite, share) + 0),
    deciles: countBetween(edgesOf(before?.deciles) ?? decilesOf(finite), sorted),
    bars: countBetween(edgesOf(before?.bars) ?? barsOf(finite), sorted),
  };
}

/** Ascending, as `sort` leaves them: runs are sorted each for itself, and merged two by two. Zeros of both signs stand as they come. */
export function* sortedInPieces(values: Float64Array): Generator<undefined, Float64Array> {
  if (values.length <= rowsOfPiece) return values.sort();
  for (let from = 0; from < values.length; from += rowsOfPiece) {
    values.subarray(from, from + rowsOfPiece).sort();
    yield;
  }
  let source: Float64Array = values;
  let target: Float64Array = new Float64Array(values.length);
  for (let width = rowsOfPiece; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      const [middle, end] = [Math.min(from + width, values.length), Math.min(from + 2 * width, values.length)];
      let [left, right] = [from, middle];
      for (let at = from; at < end; at++) {
        const isLeft = right >= end || (left < middle && (source[left] as number) <= (source[right] as number));
        target[at] = source[isLeft ? left++ : right++] as number;
        if (at % rowsOfPiece === 0) yield;
      }
    }
    [source, target] = [target, source];
  }
  return source;
}

/** Of a materialisation in which no number stood there are none, and what comes later would never be told apart. */
const edgesOf = (counts: EdgeCounts | undefined): readonly number[] | null =>
  counts === undefined || counts.edges.length === 0 ? null : counts.edges;

/** Without NaN, which is none; infinities among them. */
export function presentNumbers(column: Extract<Column, { type: "float64" | "int32" }>, rows: number): Float64Array {
  const found = new Float64Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const value = column.values[row] as number;
    if (!isMissing(column, row) && value === value) found[n++] = value;
  }
  return found.subarray(0, n);
}

/**
 * The inner ones, each once: of a column of few values they are fewer than nine. One that a tenth of the values equal, or more, is a bin
 * of its own: else what moves from it to below (of a flag that is mostly 1 to 0) would stay in one bin.
 */
function decilesOf(sorted: Float64Array): number[] {
  if (sorted.length === 0) return [];
  const inner = new Set(Array.from({ length: 9 }, (_, at) => quantileOfSorted(sorted, (at + 1) / 10) + 0));
  const below = [...inner].filter((edge) => edge > -Number.MAX_VALUE).map(nextBelow);
  const { edges, counts } = countBetween(
    [...new Set([...inner, ...below])].sort((a, b) => a - b),
    sorted,
  );
  const isOften = (at: number): boolean => 10 * (counts[at] as number) >= sorted.length;
  return edges.filter((edge, at) => inner.has(edge) || (nextBelow(edges[at + 1] as number) === edge && isOften(at + 1)));
}

function barsOf(sorted: Float64Array): number[] {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || least === most) return [];
  const share = (at: number): number => least * (1 - at / barCount) + most * (at / barCount);
  return [...new Set(Array.from({ length: barCount - 1 }, (_, at) => share(at + 1) + 0))];
}

/** Ascending edges, ascending values: as NumPy's searchsorted with side "left". */
export function countBetween(edges: readonly number[], sorted: Float64Array): EdgeCounts {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  let at = 0;
  for (const value of sorted) {
    while (at < edges.length && value > (edges[at] as number)) at++;
    counts[at] = (counts[at] as number) + 1;
  }
  return { edges: [...edges], counts };
}

function textsSummary(
  column: Column,
  counts: ReadonlyMap<string, number>,
  before: TextsSummary | null,
  most: number,
): TextsSummary {
  let n = 0;
  for (const count of counts.values()) n += count;
  const { size: distinct } = counts;
  // Names of individuals are no distribution, and nobody needs them beside the rows.
  if (identifies(column)) return { sort: "texts", n, distinct, levels: null, rest: n };
  const told = new Map(mostFrequent(counts, most));
  // Not those that came only in between: what is compared with stays bounded.
  for (const { value } of (before?.levels ?? []).slice(0, most)) told.set(value, counts.get(value) ?? 0);
  const levels = [...told].map(([value, count]): LevelCount => ({ value, n: count }));
  return { sort: "texts", n, distinct, levels, rest: n - levels.reduce((sum, level) => sum + level.n, 0) };
}

/** The first ones by their number, then by their letters; of a million values in one pass. */
function mostFrequent(counts: ReadonlyMap<string, number>, most: number): readonly (readonly [string, number])[] {
  const best: (readonly [string, number])[] = [];
  const isBefore = ([a, i]: readonly [string, number], [b, j]: readonly [string, number]): boolean => i > j || (i === j && a < b);
  for (const each of counts) {
    const last = best[most - 1];
    if (each[0].length > longestLevel || (last && !isBefore(each, last))) continue;
    let at = best.length;
    while (at > 0 && isBefore(each, best[at - 1] as readonly [string, number])) at--;
    best.splice(at, 0, each);
    if (best.length > most) best.pop();
  }
  return best;
}

/** How often each value stands there; missing ones do not count. */
function* countsOfTexts(column: Column, rows: number): Generator<undefined, ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const add = (value: string, n: number): void => void counts.set(value, (counts.get(value) ?? 0) + n);
  if (column.type !== "text") {
    for (let row = 0; row < rows; row++) {
      if (!isMissing(column, row)) add(cellString(column, row), 1);
      if (row % rowsOfPiece === 0) yield;
    }
    return counts;
  }
  const ofCode = new Uint32Array(column.dictionary.length);
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    const code = column.codes[row] as number;
    ofCode[code] = (ofCode[code] as number) + 1;
  }
  for (const [code, n] of ofCode.entries()) {
    if (n > 0) add(column.dictionary[code] as string, n);
    if (code % rowsOfPiece === 0) yield;
  }
  return counts;
}
