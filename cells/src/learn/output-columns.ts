// Columns of what models answer: names, classes, probabilities. Nothing is missing in them but rows that have no answer.

import type { Column, Semantic } from "../artifacts/artifact.ts";
import { cellString, isMissing, moreOf, numberColumn, textColumn } from "../artifacts/table.ts";

export const textOf = (name: string, values: readonly string[], semantic?: Semantic): Column =>
  textColumn(name, values, semantic ? { semantic } : {});

export const numberOf = (name: string, values: Float64Array, semantic: Semantic = "number"): Column =>
  numberColumn(name, values, { semantic });

/** A column about the rows `kept` as one about all rows: the others keep their place, and are missing in it. */
export function overAllRows(column: Column, kept: Int32Array, rows: number): Column {
  if (kept.length === rows) return column;
  const place = new Int32Array(rows).fill(-1);
  kept.forEach((row, at) => (place[row] = at));
  const isThere = (at: number): boolean => at >= 0 && !isMissing(column, at);
  const more = moreOf(column);
  if (column.type === "text") {
    const texts = Array.from(place, (at) => (isThere(at) ? cellString(column, at) : null));
    return textColumn(column.name, texts, more);
  }
  const valid = Uint8Array.from(place, (at) => (isThere(at) ? 1 : 0));
  // What is missing holds 0.
  const valueOf = (at: number): number => (isThere(at) ? (column.values[at] as number) : 0);
  if (column.type === "float64") return { ...column, valid, values: Float64Array.from(place, valueOf) };
  if (column.type === "int32") return { ...column, valid, values: Int32Array.from(place, valueOf) };
  return { ...column, valid, values: Uint8Array.from(place, valueOf) };
}
