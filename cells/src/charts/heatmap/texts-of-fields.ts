// Columns of the table behind a heatmap, which has a row for each field: texts that all fields of a row, or of a column, share. There
// may be a million fields, and a text is looked up once for all of them.

import type { Column } from "../../artifacts/artifact.ts";
import { type ColumnMore, takeColumnRows, textColumn } from "../../artifacts/table.ts";

/** `texts`: one a row; `width`: fields of a row. */
export function textsByRow(name: string, texts: readonly string[], width: number): Column {
  const rows = new Int32Array(texts.length * width);
  for (let row = 0; row < texts.length; row++) rows.fill(row, row * width, (row + 1) * width);
  return takeColumnRows(textColumn(name, texts), rows);
}

/** `texts`: one a column, null where it is missing; `height`: rows. */
export function textsByColumn(name: string, texts: readonly (string | null)[], height: number, more: ColumnMore = {}): Column {
  const width = texts.length;
  const columns = new Int32Array(width * height);
  for (let column = 0; column < width; column++) columns[column] = column;
  for (let row = 1; row < height; row++) columns.copyWithin(row * width, 0, width);
  return takeColumnRows(textColumn(name, texts, more), columns);
}
