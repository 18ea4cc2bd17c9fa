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

/** Cells of two columns as numbers beside each other, so that looking through millions of them costs next to nothing. */
export interface Beside {
  readonly one: ArrayLike<number>;
  readonly other: ArrayLike<number>;
  readonly oneValid: Uint8Array | null;
  readonly otherValid: Uint8Array | null;
  /** A text and a number: what is there in both differs. */
  readonly isOtherSort: boolean;
}

export function besideEachOther(one: Column, other: Column): Beside {
  const valid = { oneValid: one.valid, otherValid: other.valid };
  if (one.type === "text" && other.type === "text") {
    const same = { ...valid, other: other.codes, isOtherSort: false };
    if (one.dictionary === other.dictionary) return { ...same, one: one.codes };
    const placeOf = new Map(other.dictionary.map((text, at) => [text, at]));
    const codeOf = Int32Array.from(one.dictionary, (text) => placeOf.get(text) ?? -1);
    return { ...same, one: one.codes.map((code) => codeOf[code] as number) };
  }
  const isNumbers = one.type !== "text" && other.type !== "text" && (one.type === "boolean") === (other.type === "boolean");
  return { ...valid, one: bufferOf(one), other: bufferOf(other), isOtherSort: !isNumbers };
}

export function isSameCell({ one, other, oneValid, otherValid, isOtherSort }: Beside, row: number, otherRow: number): boolean {
  const isThere = oneValid === null || oneValid[row] === 1;
  if (isThere !== (otherValid === null || otherValid[otherRow] === 1)) return false;
  if (!isThere) return true;
  const [value, now] = [one[row] as number, other[otherRow] as number];
  return !isOtherSort && (value === now || (value !== value && now !== now));
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
  const looked = Math.ceil(from.length / stride);
  let changed = 0;
  const examples: ValueExample[][] = [];
  for (const { column, other } of open) {
    const found = differences(besideEachOther(column, other), from, to, stride);
    changed += found.n;
    if (found.n > 0)
      examples.push(
        found.first.map((at) => ({
          row: rowName(from[at] as number),
          column: column.name,
          before: shown(column, from[at] as number),
          after: shown(other, to[at] as number),
        })),
      );
  }
  const all = open.length === 0 ? from.length : looked;
  return { values: { changed, of: all * pairs.length, examples: inTurn(examples) }, looked: all };
}

/** How many of every so many cells differ, and the places of the first of them. */
function differences(
  beside: Beside,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  stride: number,
): { readonly n: number; readonly first: readonly number[] } {
  const { one, other, oneValid, otherValid, isOtherSort } = beside;
  const first: number[] = [];
  let n = 0;
  const isWhole = oneValid === null && otherValid === null && !isOtherSort;
  for (let at = 0; at < from.length; at += stride) {
    const row = from[at] as number;
    const otherRow = to[at] as number;
    const value = one[row] as number;
    const now = other[otherRow] as number;
    if (isWhole ? value === now || (value !== value && now !== now) : isSameCell(beside, row, otherRow)) continue;
    n++;
    if (first.length < mostExamples) first.push(at);
  }
  return { n, first };
}

function shown(column: Column, row: number): CellShown {
  const value = cellJson(column, row);
  if (typeof value === "number") return asWritten(value);
  return typeof value === "string" || typeof value === "boolean" ? cut(value) : null;
}
