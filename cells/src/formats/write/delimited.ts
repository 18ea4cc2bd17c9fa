// CSV and TSV as RFC 4180 has them: a header line, quotes where they are needed, empty for missing, numbers as they are.

import type { Grid } from "../../artifacts/grid.ts";
import { missingTexts, textOfNumber } from "../parts/delimited/number-text.ts";

/** Fields of a block: some ten milliseconds' work. */
const fieldsOfBlock = 50_000;

/**
 * What spreadsheets take for a formula when they open a text: by its first letter, full-width ones too, and behind blanks and
 * breaks (OWASP, "CSV Injection").
 */
const formula = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** An apostrophe before it makes a formula a text, in every spreadsheet; numbers are numbers, negative ones too. */
const asText = (value: string): string => (formula.test(value) ? `'${value}` : value);

/**
 * Lines in blocks, between which the caller may do other things. Missing is empty; an empty text is written `""`, so that the
 * two differ, and of one column too, where an empty line would be no row; a text that is NA stands in quotes, in which a reader
 * keeps it, and one that begins with #, lest it be a remark.
 */
export function* delimitedText(grid: Grid, delimiter: "," | "\t", noFormulas: boolean): Generator<string> {
  const needsQuotes = new RegExp(`["${delimiter}\\r\\n]|^[\\s#]|\\s$`);
  const isOne = grid.columns.length === 1;
  const field = (value: string | number | boolean | null): string => {
    if (value === null) return isOne ? '""' : "";
    if (typeof value === "number") return textOfNumber(value);
    if (typeof value !== "string") return String(value);
    return quoted(noFormulas ? asText(value) : value);
  };
  const quoted = (value: string): string =>
    value === "" || needsQuotes.test(value) || missingTexts.has(value) ? `"${value.replaceAll('"', '""')}"` : value;
  yield `${grid.columns.map((column) => field(column.name)).join(delimiter)}\n`;
  const rows = Math.max(1, Math.floor(fieldsOfBlock / Math.max(1, grid.columns.length)));
  for (let from = 0; from < grid.rowCount; from += rows) {
    let block = "";
    const to = Math.min(grid.rowCount, from + rows);
    for (let row = from; row < to; row += 1) {
      block += `${grid.columns.map((column) => field(column.at(row))).join(delimiter)}\n`;
    }
    yield block;
  }
}
