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
  /** What a row takes up by itself: bases of its reference allele, or those that an alignment covers. */
  readonly span: Span | null;
  readonly strand: TextColumn | null;
  readonly build: string | null;
}

export interface Span {
  readonly column: TextColumn;
  /** Base pairs of each text of its dictionary; 0: it tells none. */
  readonly lengths: Int32Array;
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
    span: start.semantic === "position" ? spanOf(table) : null,
    strand: strand?.type === "text" ? strand : null,
    build: chromosome.build ?? null,
  };
}

/** VCF 4.3 §1.6.1: POS is that of the first base of REF. SAM 1.6 §1.4.6: M, D, N, = and X take up the reference. */
function spanOf(table: Table): Span | null {
  for (const column of table.columns) {
    if (column.type !== "text") continue;
    const name = column.name.toLowerCase();
    if (name === "ref" && column.semantic === "allele")
      return { column, lengths: Int32Array.from(column.dictionary, (text) => (/^[a-z]+$/i.test(text) ? text.length : 0)) };
    if (name === "cigar") return { column, lengths: Int32Array.from(column.dictionary, covered) };
  }
  return null;
}

function covered(cigar: string): number {
  if (!/^(?:\d+[MIDNSHP=X])+$/.test(cigar)) return 0;
  let length = 0;
  for (const [, count = "", letter = ""] of cigar.matchAll(/(\d+)([MIDNSHP=X])/g))
    if ("MDN=X".includes(letter)) length += Number(count);
  return length;
}

export interface Place {
  readonly chromosome: string;
  /** [start, end) from 0, in base pairs. */
  readonly start: number;
  readonly end: number;
}

/** Of a row; null where it has none. */
export function placeAt({ chromosome, start, end, span }: PlaceColumns, row: number): Place | null {
  if (isMissing(chromosome, row) || isMissing(start, row)) return null;
  const from = (start.values[row] as number) - (start.origin ?? 1);
  // The last base counted from 1 is the end of [start, end) from 0.
  const own = span && !isMissing(span.column, row) ? (span.lengths[span.column.codes[row] as number] as number) : 0;
  const least = from + Math.max(1, own);
  const told = end && !isMissing(end, row) ? (end.values[row] as number) : null;
  // What has an end of its own (a structural variant) reaches there, and no less far than its reference allele.
  const to = told === null ? least : own > 0 ? Math.max(told, least) : told;
  return { chromosome: cellString(chromosome, row), start: from, end: to };
}
