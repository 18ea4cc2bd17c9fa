// Which rows of a table (of a matrix, which samples) are those of the training, where a column of the meaning "split" says so.
// Whatever learns of data asks here: steps of a chain, models.

import type { Assay, Column, Table } from "./artifact.ts";
import { cellString, isMissing, takeRows } from "./table.ts";
import { takeSamples } from "./take-samples.ts";

/** Whether the column calls the row one of the part that is learned from. */
export const isTrainingRow = (column: Column, row: number): boolean =>
  !isMissing(column, row) && /^train(?:ing)?$/i.test(cellString(column, row).trim());

/** The column that says into which part each row falls, or null. Of two the first. */
export const splitColumn = ({ columns }: Table): Column | null => columns.find(({ semantic }) => semantic === "split") ?? null;

/** The column that says which rows were made of others, or null where none was. */
export const madeColumn = ({ columns, rowCount }: Table): Column | null =>
  columns.find(
    (column) =>
      column.semantic === "made" &&
      column.type === "boolean" &&
      Array.from({ length: rowCount }, (_, row) => row).some((row) => !isMissing(column, row) && column.values[row] === 1),
  ) ?? null;

export interface TrainingPart<Data> {
  /** Those rows, or samples, of the data; all where no column says which. */
  readonly data: Data;
  readonly rows: number;
  readonly of: number;
  /** Row of the data behind each. */
  readonly at: ArrayLike<number>;
  /** The column that says so; null: all rows. */
  readonly split: string | null;
}

export function allRows(data: Table | Assay): TrainingPart<Table | Assay> {
  const { rowCount } = data.type === "table" ? data : data.samples;
  return { data, rows: rowCount, of: rowCount, at: Int32Array.from({ length: rowCount }, (_, row) => row), split: null };
}

/** With `rows` 0 where the column calls none so. */
export function trainingPart(data: Table | Assay): TrainingPart<Table | Assay> {
  const table: Table = data.type === "table" ? data : data.samples;
  const column = splitColumn(table);
  if (!column) return allRows(data);
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (isTrainingRow(column, row)) rows.push(row);
  const part = data.type === "table" ? takeRows(data, rows) : takeSamples(data, Int32Array.from(rows));
  return { data: part, rows: rows.length, of: table.rowCount, at: rows, split: column.name };
}
