// The table that rules of quality look at: of each column what several of them ask, made once, when one first asks.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { identifies, meaningOf } from "../../artifacts/semantics.ts";
import type { ColumnFacts, Levels, TableColumns, TableData } from "../../contract/quality-rule.ts";

/** More different values are no categories that anybody compares. */
export const mostLevels = 1000;

export function tableData(table: Table, columns: TableColumns): TableData {
  const facts = new Map<number, ColumnFacts>();
  return {
    table,
    columns,
    at(place) {
      const found = facts.get(place) ?? factsOf(table, place);
      facts.set(place, found);
      return found;
    },
  };
}

export const allColumns = (data: TableData): readonly ColumnFacts[] => data.table.columns.map((_, place) => data.at(place));

function factsOf(table: Table, place: number): ColumnFacts {
  const column = table.columns[place] as Column;
  let missing = 0;
  if (column.valid) for (const is of column.valid) if (is === 0) missing++;
  let levels: Levels | null | undefined;
  let numbers: Float64Array | null | undefined;
  return {
    column,
    place,
    missing,
    levels: () => (levels === undefined ? (levels = levelsOf(column, table.rowCount)) : levels),
    numbers: () => (numbers === undefined ? (numbers = numbersOf(column)) : numbers),
    isName: isNameOf(column),
  };
}

function isNameOf(column: Column): boolean {
  const { names, category } = meaningOf(column.semantic);
  return names !== undefined || category === "sensitive" || (identifies(column) && column.semantic === undefined);
}

function numbersOf(column: Column): Float64Array | null {
  if (column.type === "text" || column.type === "boolean") return null;
  const values = new Float64Array(column.values);
  if (column.valid) for (let row = 0; row < values.length; row++) if (column.valid[row] === 0) values[row] = Number.NaN;
  return values;
}

function levelsOf(column: Column, rows: number): Levels | null {
  if (column.type === "text") return levelsOfTexts(column, rows);
  const placeOf = new Map<number, number>();
  const of = new Int32Array(rows);
  const counts: number[] = [];
  const firsts: number[] = [];
  const { values, valid } = column;
  // Neighbours are often equal, and are looked up once.
  let last = Number.NaN;
  let lastPlace = -1;
  for (let row = 0; row < rows; row++) {
    if (valid && valid[row] === 0) {
      of[row] = -1;
      continue;
    }
    const value = values[row] as number;
    let place = value === last ? lastPlace : placeOf.get(value);
    if (place === undefined) {
      place = placeOf.size;
      if (place >= mostLevels) return null;
      placeOf.set(value, place);
      counts.push(0);
      firsts.push(row);
    }
    counts[place] = (counts[place] as number) + 1;
    of[row] = place;
    last = value;
    lastPlace = place;
  }
  return { texts: firsts.map((row) => cellString(column, row)), counts, of };
}

/** By the codes: a dictionary may hold a text twice, and texts that no row has. */
function levelsOfTexts(column: Extract<Column, { type: "text" }>, rows: number): Levels | null {
  const byCode = new Int32Array(column.dictionary.length).fill(-1);
  const placeOf = new Map<string, number>();
  const of = new Int32Array(rows);
  const counts: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) {
      of[row] = -1;
      continue;
    }
    const code = column.codes[row] as number;
    let place = byCode[code] as number;
    if (place < 0) {
      const text = column.dictionary[code] as string;
      place = placeOf.get(text) ?? placeOf.size;
      if (place >= mostLevels) return null;
      if (place === placeOf.size) {
        placeOf.set(text, place);
        counts.push(0);
      }
      byCode[code] = place;
    }
    counts[place] = (counts[place] as number) + 1;
    of[row] = place;
  }
  return { texts: [...placeOf.keys()], counts, of };
}
