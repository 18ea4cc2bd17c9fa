// Builders and readers of tables: the three-line way to make a column, and to find one by its name.

import { bytesBy, doublesBy, wholesBy } from "../base/filled-arrays.ts";
import type { BooleanColumn, Category, Column, IntegerColumn, NumberColumn, Semantic, Table, TextColumn } from "./artifact.ts";
import type { Json } from "../base/json.ts";
import { invariant } from "../base/invariant.ts";

export interface ColumnMore {
  readonly semantic?: Semantic;
  readonly category?: Category;
  readonly closed?: boolean;
  readonly unit?: string;
  readonly build?: string;
  readonly origin?: 0 | 1;
}

/** What is said of a column beside its name and its values, and stays with it wherever its rows go. */
export const moreOf = (column: { readonly [field in keyof ColumnMore]?: ColumnMore[field] | undefined }): ColumnMore => ({
  ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
  ...(column.category === undefined ? {} : { category: column.category }),
  ...(column.closed === true ? { closed: true } : {}),
  ...(column.unit === undefined ? {} : { unit: column.unit }),
  ...(column.build === undefined ? {} : { build: column.build }),
  ...(column.origin === undefined ? {} : { origin: column.origin }),
});
const more = (options: ColumnMore | undefined): ColumnMore => moreOf(options ?? {});

/** One byte a row (1 present), or null when nothing is missing. */
export function validityOf(values: ArrayLike<unknown>): Uint8Array | null {
  let valid: Uint8Array | null = null;
  for (let row = 0; row < values.length; row += 1) {
    if (values[row] !== null && values[row] !== undefined) continue;
    valid ??= new Uint8Array(values.length).fill(1);
    valid[row] = 0;
  }
  return valid;
}

/** null, undefined and NaN are missing. */
export function numberColumn(name: string, values: ArrayLike<number | null | undefined>, options?: ColumnMore): NumberColumn {
  const doubles = doublesBy(values.length, (row) => values[row] ?? Number.NaN);
  let valid: Uint8Array | null = null;
  for (let row = 0; row < doubles.length; row++) {
    if (!Number.isNaN(doubles[row])) continue;
    valid ??= new Uint8Array(doubles.length).fill(1);
    valid[row] = 0;
    doubles[row] = 0;
  }
  return { name, type: "float64", ...more(options), valid, values: doubles };
}

export function integerColumn(name: string, values: ArrayLike<number | null | undefined>, options?: ColumnMore): IntegerColumn {
  return {
    name,
    type: "int32",
    ...more(options),
    valid: validityOf(values),
    values: wholesBy(values.length, (row) => values[row] ?? 0),
  };
}

export function booleanColumn(name: string, values: ArrayLike<boolean | null | undefined>, options?: ColumnMore): BooleanColumn {
  return {
    name,
    type: "boolean",
    ...more(options),
    valid: validityOf(values),
    values: bytesBy(values.length, (row) => (values[row] ? 1 : 0)),
  };
}

/** Equal texts share a dictionary entry, in order of first appearance. */
export function textColumn(name: string, values: ArrayLike<string | null | undefined>, options?: ColumnMore): TextColumn {
  const dictionary: string[] = [];
  const at = new Map<string, number>();
  const codes = wholesBy(values.length, (row) => {
    const text = values[row] ?? "";
    let code = at.get(text);
    if (code === undefined) {
      code = dictionary.length;
      at.set(text, code);
      dictionary.push(text);
    }
    return code;
  });
  return { name, type: "text", ...more(options), valid: validityOf(values), codes, dictionary };
}

/** What was taken of a list of levels last, and by which of them in order of first appearance. */
const taken = new WeakMap<
  readonly string[],
  { readonly order: Int32Array; readonly dictionary: readonly string[]; readonly codeOf: Int32Array }
>();

/**
 * Text by its places among `levels`, -1 where it is missing; the dictionary holds what occurs, in order of first appearance. The
 * same levels taken again (of a table that is drawn at each turn of a parameter) have the same dictionary, of which all that is
 * remembered of dictionaries still holds.
 */
export function textOfCodes(name: string, places: Int32Array, levels: readonly string[]): TextColumn {
  const seen = new Uint8Array(levels.length + 1);
  const firsts = new Int32Array(Math.min(places.length, seen.length));
  let found = 0;
  let valid: Uint8Array | null = null;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] as number;
    if (place < 0) {
      valid ??= new Uint8Array(places.length).fill(1);
      valid[row] = 0;
    }
    const slot = place < 0 ? levels.length : place;
    if (seen[slot] === 1) continue;
    seen[slot] = 1;
    firsts[found++] = slot;
  }
  const { dictionary, codeOf } = takeLevels(levels, firsts.subarray(0, found));
  const codes = wholesBy(places.length, (row) => {
    const place = places[row] as number;
    return codeOf[place < 0 ? levels.length : place] as number;
  });
  return { name, type: "text", valid, codes, dictionary };
}

/** `order`: places among the levels, their number for what is missing. */
function takeLevels(
  levels: readonly string[],
  order: Int32Array,
): { readonly dictionary: readonly string[]; readonly codeOf: Int32Array } {
  const before = taken.get(levels);
  if (before && before.order.length === order.length && before.order.every((place, at) => place === order[at])) return before;
  const codeOf = new Int32Array(levels.length + 1).fill(-1);
  const dictionary: string[] = [];
  const at = new Map<string, number>();
  for (const place of order) {
    const text = levels[place] ?? "";
    const code = at.get(text) ?? dictionary.push(text) - 1;
    at.set(text, code);
    codeOf[place] = code;
  }
  const made = { order: order.slice(), dictionary, codeOf };
  taken.set(levels, made);
  return made;
}

export const rowsOfColumn = (column: Column): number => (column.type === "text" ? column.codes.length : column.values.length);

/** A table of columns of one length with unique names. */
export function tableOf(...columns: readonly Column[]): Table {
  const first = columns[0];
  const rowCount = first ? rowsOfColumn(first) : 0;
  invariant(
    columns.every((column) => rowsOfColumn(column) === rowCount),
    "columns of a table have one length",
  );
  invariant(new Set(columns.map((column) => column.name)).size === columns.length, "columns of a table have unique names");
  return { type: "table", rowCount, columns };
}

const indexes = new WeakMap<Table, ReadonlyMap<string, number>>();

/** Position of a column by its exact name, -1 when there is none. */
export function columnIndex(table: Table, name: string): number {
  let index = indexes.get(table);
  if (!index) {
    index = new Map(table.columns.map((column, at) => [column.name, at]));
    indexes.set(table, index);
  }
  return index.get(name) ?? -1;
}

/** The column of that name, or null. Any text is a name, so a table is never indexed by property. */
export const columnOf = (table: Table, name: string): Column | null => table.columns[columnIndex(table, name)] ?? null;

export const isMissing = (column: Column, row: number): boolean => column.valid !== null && column.valid[row] === 0;

/** Nothing stands in it, though it has rows: a file gives it the type of text, and it may be of any. */
export const holdsNothing = ({ valid }: Column): boolean => valid !== null && valid.length > 0 && !valid.includes(1);

/** A cell as JSON: null when missing; NaN and infinities as text, which JSON numbers cannot hold. */
export function cellJson(column: Column, row: number): Json {
  if (isMissing(column, row)) return null;
  switch (column.type) {
    case "text":
      return column.dictionary[column.codes[row] as number] ?? "";
    case "boolean":
      return column.values[row] === 1;
    default: {
      const value = column.values[row] as number;
      return Number.isFinite(value) ? value : String(value);
    }
  }
}

/** Every cell of a column as text, "" where missing: ids of features and samples. */
export function textsOf(column: Column): string[] {
  return Array.from({ length: rowsOfColumn(column) }, (_, row) => cellString(column, row));
}

/** A cell as text, full precision; "" when missing. */
export function cellString(column: Column, row: number): string {
  const value = cellJson(column, row);
  return value === null ? "" : String(value);
}

/** The rows of a column, in the given order. */
export function takeColumnRows(column: Column, rows: ArrayLike<number>): Column {
  const pick = <T extends Float64Array | Int32Array | Uint8Array>(source: T, into: T): T => {
    for (let at = 0; at < rows.length; at += 1) into[at] = source[rows[at] as number] as number;
    return into;
  };
  const picked = column.valid ? pick(column.valid, new Uint8Array(rows.length)) : null;
  const valid = picked?.includes(0) ? picked : null;
  switch (column.type) {
    case "text":
      return { ...column, valid, codes: pick(column.codes, new Int32Array(rows.length)) };
    case "float64":
      return { ...column, valid, values: pick(column.values, new Float64Array(rows.length)) };
    case "int32":
      return { ...column, valid, values: pick(column.values, new Int32Array(rows.length)) };
    case "boolean":
      return { ...column, valid, values: pick(column.values, new Uint8Array(rows.length)) };
  }
}

export const takeRows = (table: Table, rows: ArrayLike<number>): Table => ({
  type: "table",
  rowCount: rows.length,
  columns: table.columns.map((column) => takeColumnRows(column, rows)),
});

/** Names are unique in a table: a second column of the same name gets `joint` and its number behind it, one without a name is "value". */
export function uniquelyNamed(columns: readonly Column[], joint: "_" | " "): Column[] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const stem = column.name || "value";
    let name = stem;
    for (let n = 2; seen.has(name); n++) name = `${stem}${joint}${n}`;
    seen.add(name);
    return { ...column, name };
  });
}

export const isNumeric = ({ type }: Column): boolean => type === "float64" || type === "int32";
