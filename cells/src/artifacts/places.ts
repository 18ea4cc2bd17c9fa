// Places on chromosomes out of a table, whatever way its format counts: [start, end) from 0, as everything here computes with
// them. Which columns they stand in is told by their meanings; how the format counts, by the origin of the starts.

import type { Column, IntegerColumn, NumberColumn, Table, TextColumn } from "./artifact.ts";
import { cellString, isMissing } from "./table.ts";

export interface PlaceColumns {
  readonly chromosome: Column;
  /** Starts, or positions of single bases and of what begins at them. */
  readonly start: NumberColumn | IntegerColumn;
  /** Null: a place is the base at its start. */
  readonly end: NumberColumn | IntegerColumn | null;
  readonly strand: TextColumn | null;
  readonly build: string | null;
}

/** Null: its rows have no places. */
export function placeColumns(table: Table): PlaceColumns | null {
  const meaning = (...semantics: readonly string[]): Column | undefined =>
    table.columns.find((column) => column.semantic !== undefined && semantics.includes(column.semantic));
  const isNumber = (column: Column | undefined): column is NumberColumn | IntegerColumn =>
    column?.type === "float64" || column?.type === "int32";
  const chromosome = meaning("chromosome");
  const start = meaning("start", "position");
  const end = meaning("end");
  const strand = meaning("strand");
  if (!chromosome || !isNumber(start)) return null;
  return {
    chromosome,
    start,
    end: isNumber(end) ? end : null,
    strand: strand?.type === "text" ? strand : null,
    build: chromosome.build ?? null,
  };
}

export interface Place {
  readonly chromosome: string;
  /** [start, end) from 0, in base pairs. */
  readonly start: number;
  readonly end: number;
}

/** Of a row; null where it has none. */
export function placeAt({ chromosome, start, end }: PlaceColumns, row: number): Place | null {
  if (isMissing(chromosome, row) || isMissing(start, row)) return null;
  const from = (start.values[row] as number) - (start.origin ?? 1);
  // The last base counted from 1 is the end of [start, end) from 0.
  const to = end && !isMissing(end, row) ? (end.values[row] as number) : from + 1;
  return { chromosome: cellString(chromosome, row), start: from, end: to };
}
