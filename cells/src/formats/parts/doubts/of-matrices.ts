// What is said of a matrix whose file holds more than genes and samples: columns that describe rows, rows of totals.

import type { Column } from "../../../artifacts/artifact.ts";
import type { Content } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { annotationColumns } from "../annotation-columns.ts";
import { isSummaryName } from "../summary-rows.ts";
import { words } from "./words.ts";

/** Names of the columns that describe rows; a format that says what is what is believed. */
export const annotationsOf = (content: Content): ReadonlySet<string> =>
  content.shape === "table" ? annotationColumns(content.table.columns.slice(1).map(({ name }) => name)) : new Set();

export const saidOfAnnotations = (names: ReadonlySet<string>): Sentence[] =>
  names.size === 0 ? [] : [words.sentence("annotation-columns", { count: names.size, columns: [...names].slice(0, 20) })];

/** Of columns that hold text, beside those that are told by their names. */
export function saidOfText(beside: readonly Column[], apart: ReadonlySet<string>, inColumns: boolean): Sentence[] {
  const columns = inColumns ? beside.map(({ name }) => name).filter((name) => !apart.has(name)) : [];
  return columns.length === 0 ? [] : [words.sentence("text-beside", { count: columns.length, columns: columns.slice(0, 20) })];
}

export const saidOfSummary = (names: readonly string[]): Sentence[] =>
  names.length === 0 ? [] : [words.sentence("summary-rows", { count: names.length, rows: names.slice(0, 20) })];

/** Of a table of genes: nothing is left out of it. */
export function saidOfSummaryInTable(content: Content): Sentence[] {
  const first = content.shape === "table" ? content.table.columns[0] : null;
  const found = first?.type === "text" ? first.dictionary.filter(isSummaryName) : [];
  return found.length === 0 ? [] : [words.sentence("summary-rows-of-table", { count: found.length, rows: found.slice(0, 20) })];
}
