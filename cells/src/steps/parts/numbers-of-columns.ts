// The chosen columns of a table as numbers, and columns of other numbers in their place.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { categoryOf, identifies } from "../../artifacts/semantics.ts";
import { type ColumnMore, holdsNothing, isMissing } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { columnOfValues } from "../../formula/values.ts";
import { words } from "../words.ts";
import { needColumn, refuse, refuseText } from "./step-scope.ts";

export interface Numbers {
  readonly column: Column;
  /** NaN where it is missing; yes is 1, no is 0. */
  readonly values: Float64Array;
}

/** Those columns, each once; none is refused. */
export function chosenColumns(names: readonly string[], table: Table, scope: StepScope): readonly Column[] {
  if (names.length === 0) return refuse(scope, words, "nothing-chosen", { field: "columns" }, ["columns"]);
  return [...new Set(names)].map((name) => needColumn(scope, table, name, ["columns", names.indexOf(name)]));
}

/** The same as numbers; one of texts is refused. `take`: what needs numbers, a key of a sentence or a word for it. */
export function chosenNumbers(names: readonly string[], table: Table, scope: StepScope, take: Json): readonly Numbers[] {
  return chosenColumns(names, table, scope).map((column) => ({
    column,
    values: numbersOf(column, scope, ["columns", names.indexOf(column.name)], take),
  }));
}

/** A column in which nothing stands is one of numbers that are all missing. */
export function numbersOf(column: Column, scope: StepScope, path: readonly (string | number)[], take: Json): Float64Array {
  if (column.type === "text") {
    if (holdsNothing(column)) return new Float64Array(column.codes.length).fill(Number.NaN);
    return refuseText(scope, column, take, path);
  }
  return Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? Number.NaN : value));
}

/** Those that are there, in their order. */
export const present = (values: Float64Array): Float64Array => values.filter((value) => value === value);

/** Infinite values have no place in what is taken of a column. */
export function needFinite({ column, values }: Numbers, scope: StepScope): void {
  if (values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY))
    refuse(scope, words, "infinite-in", { column: column.name }, ["columns"]);
}

/**
 * Of a column whose numbers became others: it closes what it closed and stands where it stood, but counts, places and
 * p-values it holds no more, and its unit is another. Clusters stay what was found in these very rows, whatever they are called.
 */
export const moreOfChanged = (column: Column): ColumnMore => ({
  ...(column.semantic !== undefined && (identifies(column) || column.semantic === "cluster")
    ? { semantic: column.semantic }
    : {}),
  ...(column.semantic === undefined && column.category === undefined ? {} : { category: categoryOf(column) }),
  ...(column.closed === true ? { closed: true } : {}),
});

/** NaN is missing. */
export const changedColumn = (column: Column, values: Float64Array): Column => ({
  ...columnOfValues(column.name, { type: "number", values, valid: null }),
  ...moreOfChanged(column),
});

/** The table with other columns where those of their names stood. */
export function withColumns(table: Table, columns: readonly Column[]): Table {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return { ...table, columns: table.columns.map((column) => byName.get(column.name) ?? column) };
}

/** The table with one column replaced by several, or with these behind it where `keep` says that it stays. */
export function withColumnsFor(table: Table, made: ReadonlyMap<string, readonly Column[]>, keep: boolean): readonly Column[] {
  return table.columns.flatMap((column) => {
    const own = made.get(column.name);
    return own === undefined ? [column] : keep ? [column, ...own] : own;
  });
}
