// What is said of a matrix whose file holds more than genes and samples: columns that describe rows, rows of totals.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { takeRows } from "../../../artifacts/table.ts";
import type { Content, Fix, Issue } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { annotationColumns } from "../annotation-columns.ts";
import { rowsApart, rowsBelow } from "../rows-below.ts";
import { isSummaryName } from "../summary-rows.ts";
import { words } from "./words.ts";

/** Names of the columns that describe rows; a format that says what is what is believed. */
export const annotationsOf = (content: Content): ReadonlySet<string> =>
  content.shape === "table" ? annotationColumns(content.table.columns.slice(1).map(({ name }) => name)) : new Set();

/** A doubt about the whole file. */
export const doubt = (message: Sentence, fix?: Fix): Issue => ({
  rule: message.key.slice(message.key.indexOf(".") + 1),
  severity: "warning",
  line: null,
  field: null,
  message,
  ...(fix ? { fix } : {}),
});

export function issuesOfAnnotations(names: ReadonlySet<string>): Issue[] {
  if (names.size === 0) return [];
  const message = words.sentence("annotation-columns", { count: names.size, columns: [...names].slice(0, 20) });
  return [doubt(message, { path: ["annotations"], value: "samples" })];
}

/** Of columns that hold text, beside those that are told by their names. */
export function issuesOfText(beside: readonly Column[], apart: ReadonlySet<string>, inColumns: boolean): Issue[] {
  const columns = inColumns ? beside.map(({ name }) => name).filter((name) => !apart.has(name)) : [];
  if (columns.length === 0) return [];
  return [doubt(words.sentence("text-beside", { count: columns.length, columns: columns.slice(0, 20) }))];
}

export function issuesOfSummary(names: readonly string[]): Issue[] {
  if (names.length === 0) return [];
  const message = words.sentence("summary-rows", { count: names.length, rows: names.slice(0, 20) });
  return [doubt(message, { path: ["summaryRows"], value: "keep" })];
}

/** Of a table nothing is left out unless that was chosen. */
export function issuesOfRowsInTable(content: Content, lineOf: (row: number) => number): Issue[] {
  if (content.shape !== "table") return [];
  const [first] = content.table.columns;
  const found = first?.type === "text" ? first.dictionary.filter(isSummaryName) : [];
  const { rows, names } = rowsBelow(content.table, lineOf);
  const fix: Fix = { path: ["summaryRows"], value: "leave-out-of-tables" };
  const line = rows[0] === undefined ? null : lineOf(rows[0]);
  const params = { count: rows.length, rows: names.slice(0, 5), line };
  return [
    ...(found.length === 0
      ? []
      : [doubt(words.sentence("summary-rows-of-table", { count: found.length, rows: found.slice(0, 20) }), fix)]),
    ...(rows.length === 0 ? [] : [{ ...doubt(words.sentence("rows-below", params), fix), line }]),
  ];
}

/** The table without them, as was chosen, and what is said of it. */
export function withoutRowsApart(
  table: Table,
  lineOf: (row: number) => number,
): { readonly table: Table; readonly said: Sentence[] } {
  const apart = new Set(rowsApart(table, lineOf));
  if (apart.size === 0) return { table, said: [] };
  const kept = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !apart.has(row));
  const lines = [...apart].slice(0, 10).map(lineOf);
  return { table: takeRows(table, kept), said: [words.sentence("rows-left-out", { count: apart.size, lines })] };
}
