// Rows of a table that are none of its records: totals and means that stand below them, remarks at the end, and what programs that
// count write beside genes. They stay rows, which is said, unless they are left out by the setting.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellJson, isMissing } from "../../artifacts/table.ts";
import { totalNouns } from "./summary-columns.ts";
import { isSummaryName } from "./summary-rows.ts";

const sure = new RegExp(`^(?:grand|sub)?[ ._-]?(?:${totalNouns}|medians?|медиана)$`, "i");
/** Beside those they are of their kind; alone they may be names. */
const beside = /^(?:std|sd|sem|se|cv|(?:std|st|standard)\.? ?(?:dev\.?|deviation|error)|min(?:imum)?|max(?:imum)?|counts?|n)$/i;
const remark = /^(?:[*†‡§]|(?:notes?|sources?|legend|remarks?|abbreviations?|n\.?\s?b)\b|примечани|источник)/i;
/** Rows at the end that are looked at. */
const mostBelow = 20;

export interface RowsBelow {
  /** From 0, in their order. */
  readonly rows: readonly number[];
  readonly names: readonly string[];
}

const word = (text: string): string => text.trim().replace(/\s*:$/, "");

/** Totals and remarks at the end. `lineOf`: an empty line before texts that stand alone makes remarks of them. */
export function rowsBelow(table: Table, lineOf: (row: number) => number): RowsBelow {
  const { columns, rowCount } = table;
  const filled = (row: number): readonly number[] => [...columns.keys()].filter((at) => !isMissing(columns[at] as Column, row));
  const first = (row: number): string => {
    const [at] = filled(row);
    const column = at === undefined ? undefined : columns[at];
    return column?.type === "text" ? word(String(cellJson(column, row))) : "";
  };
  const isAlone = (row: number): boolean => columns.length > 1 && filled(row).length === 1 && first(row) !== "";
  const least = Math.max(2, rowCount - mostBelow);
  let end = rowCount;
  while (end > least && isAlone(end - 1)) end--;
  const hasGap = end < rowCount && lineOf(end) - lineOf(end - 1) > 1;
  // The first of them tells: others go on with it.
  const isRemark = (row: number): boolean => remark.test(first(row)) || (hasGap && /\s/.test(first(row)));
  while (end < rowCount && !isRemark(end)) end++;
  let from = end;
  const isTotal = (row: number): boolean => filled(row).length > 1 && (sure.test(first(row)) || beside.test(first(row)));
  while (from > least && isTotal(from - 1)) from--;
  const totals = Array.from({ length: end - from }, (_, at) => first(from + at));
  // A level that stands in other rows, too, is one of the groups.
  const above = new Set(totals.map((name) => name.toLowerCase()));
  const isLevel = Array.from({ length: from }, (_, row) => first(row).toLowerCase()).some((name) => above.has(name));
  if (isLevel || !totals.some((name) => sure.test(name)) || !columns.some(({ type }) => type === "float64" || type === "int32"))
    from = end;
  const rows = Array.from({ length: rowCount - from }, (_, at) => from + at);
  return { rows, names: rows.map((row) => first(row).slice(0, 60)) };
}

/** Those, and what programs that count write beside genes. */
export function rowsApart(table: Table, lineOf: (row: number) => number): readonly number[] {
  const [first] = table.columns;
  const ofPrograms =
    first?.type === "text"
      ? Array.from(first.codes.keys()).filter(
          (row) => !isMissing(first, row) && isSummaryName(first.dictionary[first.codes[row] as number] ?? ""),
        )
      : [];
  const found = new Set([...ofPrograms, ...rowsBelow(table, lineOf).rows]);
  return found.size < table.rowCount ? [...found].toSorted((a, b) => a - b) : [];
}
