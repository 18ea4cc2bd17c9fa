// Columns of a GCT file: numbers of samples whatever their spelling, and what describes rows and samples, where na and -666
// stand for nothing (CMap's convention, see cmapPy's parser).

import type { Column, NumberColumn, TextColumn } from "../../artifacts/artifact.ts";
import { cellString, integerColumn, isMissing, numberColumn, textColumn } from "../../artifacts/table.ts";
import { missingNumbers, missingTexts, numberOfText } from "../parts/delimited/number-text.ts";

const nothing: ReadonlySet<string> = new Set([...missingNumbers, "None", "none", "#NA", "-NaN", "-nan", "#N/A!", "#VALUE!"]);
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A column of text whose cells are numbers after all (1E5 is a name elsewhere), or the row of the first that is none. */
export function numbersOf(column: TextColumn): NumberColumn | { readonly row: number; readonly value: string } {
  const values = column.dictionary.map((text) => {
    const trimmed = text.trim();
    if (nothing.has(trimmed)) return null;
    const value = numberOfText(trimmed) ?? (number.test(trimmed) ? Number(trimmed) : Number.NaN);
    return Number.isFinite(value) ? value : Number.NaN;
  });
  const cells: (number | null)[] = [];
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    const value = isMissing(column, row) ? null : (values[code] as number | null);
    if (value !== null && Number.isNaN(value)) return { row, value: column.dictionary[code] as string };
    cells.push(value);
  }
  return numberColumn(column.name, cells);
}

const isNothing = (text: string): boolean => text === "na" || text === "-666" || text === "-666.0";

/** The column without what says nothing, and how many cells that were. */
export function described(column: Column): { readonly column: Column; readonly emptied: number } {
  const rows = column.type === "text" ? column.codes.length : column.values.length;
  const cells = Array.from({ length: rows }, (_, row) => (isMissing(column, row) ? null : cellString(column, row)));
  const emptied = cells.filter((cell) => cell !== null && isNothing(cell)).length;
  return emptied === 0 ? { column, emptied } : { column: columnOfTexts(column.name, cells), emptied };
}

/** Numbers where all that is there is one. */
export function columnOfTexts(name: string, texts: readonly (string | null)[]): Column {
  const cells = texts.map((text) => (text === null || isNothing(text) || missingTexts.has(text) ? null : text));
  const numbers = cells.map((cell) => (cell === null || missingNumbers.has(cell) ? null : numberOfText(cell)));
  const isNumeric = cells.every((cell, row) => cell === null || missingNumbers.has(cell) || numbers[row] !== null);
  if (!isNumeric || numbers.every((value) => value === null)) return textColumn(name, cells);
  const isWhole = numbers.every((value) => value === null || (Number.isInteger(value) && Math.abs(value) <= 0x7fffffff));
  return (isWhole ? integerColumn : numberColumn)(name, numbers);
}

export const countNothing = (texts: readonly string[]): number => texts.filter(isNothing).length;
