// Lines that begin with # right above the rows and have as many fields: rows of the table (patients #1, #2), and its names.
// Remarks have other fields, or a blank behind their #; a single such line over the rows names the columns (#CHROM).

import { areNames } from "./above-the-table.ts";
import { firstRow, holdsNumbers } from "./header-or-data.ts";
import { commonWidth } from "./sample-rows.ts";

type Row = readonly string[];

/** A line with # above the rows: where it begins, and its fields. */
export interface HashLine {
  readonly at: number;
  readonly text: string;
  readonly row: Row;
}

/** "## about", "# made by x, y", "#!genome", "#q2:types" (QIIME 2) are no rows. */
export const touchesItsHash = (text: string): boolean => /^#(?![\s#!]|q2:)/.test(text);

/** Which of `lines`, that stand one below the other and right above `body`, is the first of the table; null: none is, or its names alone. */
export function firstWithHash(lines: readonly HashLine[], body: readonly Row[]): number | null {
  const [next, ...below] = body;
  const width = next?.length ?? commonWidth(lines.map(({ row }) => row)) ?? 1;
  if (width < 2 || (next && firstRow(next, below).isHeader && below.some(holdsNumbers))) return null;
  const from = lines.findLastIndex(({ row, text }) => row.length !== width || !touchesItsHash(text)) + 1;
  const rows = lines.slice(from).map(({ row }) => row);
  const names = rows.findLastIndex((row, at) => areNames(row, [...rows.slice(at + 1), ...body]));
  const first = names < 0 ? rows.findIndex((row) => row.filter((cell) => cell.trim() !== "").length > 1) : names;
  const top = rows[first];
  if (!top) return null;
  const rest = [...rows.slice(first + 1), ...body];
  // Alone over the rows it is their names, unless numbers in it are like those below; alone in the file it is nothing else.
  if (rows.length - first === 1) {
    const isRecord = body.length > 0 && holdsNumbers(top) && !firstRow(top, rest).isHeader;
    return isRecord ? from + first : null;
  }
  return body.length > 0 || rest.length > 1 || rest.some(holdsNumbers) ? from + first : null;
}
