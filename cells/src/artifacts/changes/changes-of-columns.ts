// Columns of two tables beside each other: which came, went or are called otherwise, and which of their cells differ.

import { asWritten } from "../as-written.ts";
import type { Column, Table } from "../artifact.ts";
import { cellJson, columnOf } from "../table.ts";
import {
  type CellShown,
  cut,
  inTurn,
  type ListChange,
  mostCells,
  mostExamples,
  namedOf,
  type ValueChanges,
  type ValueExample,
} from "./changes.ts";

export const bufferOf = (column: Column) => (column.type === "text" ? column.codes : column.values);
const isSame = (one: Column, other: Column): boolean =>
  bufferOf(one) === bufferOf(other) &&
  one.valid === other.valid &&
  (one.type !== "text" || (other.type === "text" && one.dictionary === other.dictionary));

/** A column that went and one that came are one under another name where they hold the very same values. */
export function columnsChanged(before: Table, after: Table): ListChange {
  const gone = before.columns.filter(({ name }) => !columnOf(after, name));
  const came = after.columns.filter(({ name }) => !columnOf(before, name));
  const renamed: { from: string; to: string }[] = [];
  for (const column of gone) {
    const same = came.find((other) => isSame(column, other) && !renamed.some(({ to }) => to === other.name));
    if (same) renamed.push({ from: column.name, to: same.name });
  }
  const left = (columns: readonly Column[], names: readonly string[]): string[] =>
    columns.map(({ name }) => name).filter((name) => !names.includes(name));
  return {
    of: "columns",
    added: namedOf(
      left(
        came,
        renamed.map(({ to }) => to),
      ),
    ),
    removed: namedOf(
      left(
        gone,
        renamed.map(({ from }) => from),
      ),
    ),
    renamed: renamed.slice(0, mostExamples),
  };
}

/** Whether the cell of one is that of the other. */
export function comparerOf(one: Column, other: Column): (row: number, otherRow: number) => boolean {
  const isThere = (column: Column, row: number): boolean => column.valid === null || column.valid[row] === 1;
  const where = (same: (row: number, otherRow: number) => boolean) => (row: number, otherRow: number) => {
    const there = isThere(one, row);
    return there === isThere(other, otherRow) && (!there || same(row, otherRow));
  };
  if (one.type === "text" && other.type === "text") {
    if (one.dictionary === other.dictionary) return where((row, otherRow) => one.codes[row] === other.codes[otherRow]);
    const placeOf = new Map(other.dictionary.map((text, at) => [text, at]));
    const codeOf = Int32Array.from(one.dictionary, (text) => placeOf.get(text) ?? -1);
    return where((row, otherRow) => codeOf[one.codes[row] as number] === other.codes[otherRow]);
  }
  if (one.type !== "text" && other.type !== "text" && (one.type === "boolean") === (other.type === "boolean"))
    return where((row, otherRow) => Object.is((one.values[row] as number) + 0, (other.values[otherRow] as number) + 0));
  return where((row, otherRow) => cellJson(one, row) === cellJson(other, otherRow));
}

export interface Aligned {
  /** Row of the table before, by the place in `to`. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** Cells of columns that stand in both, in rows that stand in both. */
export function valuesChanged(
  before: Table,
  after: Table,
  { from, to }: Aligned,
  rowName: (row: number) => string,
): { readonly values: ValueChanges; readonly looked: number } {
  const pairs = before.columns.flatMap((column) => {
    const other = columnOf(after, column.name);
    return other ? [{ column, other }] : [];
  });
  const isWhole = from.length === before.rowCount && before.rowCount === after.rowCount;
  const open = pairs.filter(({ column, other }) => !(isWhole && isSame(column, other)));
  const stride = Math.max(1, Math.ceil((from.length * open.length) / mostCells));
  let changed = 0;
  let looked = 0;
  const examples: ValueExample[][] = [];
  for (const { column, other } of open) {
    const same = comparerOf(column, other);
    const own: ValueExample[] = [];
    looked = 0;
    for (let at = 0; at < from.length; at += stride) {
      looked++;
      const [row, otherRow] = [from[at] as number, to[at] as number];
      if (same(row, otherRow)) continue;
      changed++;
      if (own.length < mostExamples)
        own.push({ row: rowName(row), column: column.name, before: shown(column, row), after: shown(other, otherRow) });
    }
    if (own.length > 0) examples.push(own);
  }
  const all = open.length === 0 ? from.length : looked;
  return { values: { changed, of: all * pairs.length, examples: inTurn(examples) }, looked: all };
}

function shown(column: Column, row: number): CellShown {
  const value = cellJson(column, row);
  if (typeof value === "number") return asWritten(value);
  return typeof value === "string" || typeof value === "boolean" ? cut(value) : null;
}
