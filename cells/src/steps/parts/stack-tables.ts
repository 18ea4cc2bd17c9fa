// Tables one below the other: columns of one name are one column, the first of each table names its rows. What one table lacks is
// missing there. Whatever closed a column closes it in the whole.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { identifies } from "../../artifacts/semantics.ts";
import {
  booleanColumn,
  cellString,
  type ColumnMore,
  integerColumn,
  isMissing,
  moreOf,
  numberColumn,
  textColumn,
} from "../../artifacts/table.ts";

export interface Stacked {
  readonly columns: readonly Column[];
  /** Columns that some of the tables lack. */
  readonly partly: readonly string[];
  /** Columns that are text in the whole, since their types differ. */
  readonly asText: readonly string[];
}

/** Two units of one column, and in which table the second is. */
export interface UnitsDiffer {
  readonly column: string;
  readonly first: string;
  readonly second: string;
  readonly table: number;
}

export function stackTables(tables: readonly Table[], unitsDiffer: (found: UnitsDiffer) => never): Stacked {
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const nameOfRows = tables[0]?.columns[0]?.name ?? "";
  // The first columns are one, whatever they are called; another column of that name is kept apart.
  const called = (column: Column, at: number): string =>
    at === 0 ? nameOfRows : column.name === nameOfRows ? `${column.name}_2` : column.name;
  const byName = new Map<string, (Column | null)[]>();
  for (const [place, { columns }] of tables.entries())
    for (const [at, column] of columns.entries()) {
      const name = called(column, at);
      const parts = byName.get(name) ?? tables.map(() => null);
      parts[place] = column;
      byName.set(name, parts);
    }
  const partly: string[] = [];
  const asText: string[] = [];
  const columns = [...byName].map(([name, parts]) => {
    const there = parts.filter((part) => part !== null);
    if (there.length < tables.length) partly.push(name);
    needOneUnit(name, parts, unitsDiffer);
    const types = new Set(there.map(({ type }) => (type === "int32" ? "float64" : type)));
    if (types.size > 1) asText.push(name);
    return stacked(name, parts, tables, rows, types.size > 1);
  });
  return { columns, partly, asText };
}

function needOneUnit(name: string, parts: readonly (Column | null)[], unitsDiffer: (found: UnitsDiffer) => never): void {
  let first: string | undefined;
  for (const [table, part] of parts.entries()) {
    if (part?.unit === undefined) continue;
    first ??= part.unit;
    if (part.unit !== first) unitsDiffer({ column: name, first, second: part.unit, table });
  }
}

function moreOfParts(there: readonly Column[]): ColumnMore {
  const [first, ...others] = there;
  if (!first) return {};
  const { semantic, category, closed, unit, build, origin } = moreOf(first);
  const isSame = others.every((part) => part.semantic === semantic);
  const closes =
    closed === true || there.some((part) => part.closed === true || (identifies(part) && !(isSame && identifies(first))));
  return {
    ...(isSame && semantic !== undefined ? { semantic } : {}),
    ...(category === undefined ? {} : { category }),
    ...(closes ? { closed: true } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(build === undefined || others.some((part) => part.build !== build) ? {} : { build }),
    ...(origin === undefined || others.some((part) => part.origin !== origin) ? {} : { origin }),
  };
}

function stacked(
  name: string,
  parts: readonly (Column | null)[],
  tables: readonly Table[],
  rows: number,
  isMixed: boolean,
): Column {
  const there = parts.filter((part) => part !== null);
  const more = moreOfParts(there);
  const gather = <T>(of: (column: Column, row: number) => T): (T | null)[] => {
    const all: (T | null)[] = [];
    for (const [place, part] of parts.entries()) {
      const count = tables[place]?.rowCount ?? 0;
      for (let row = 0; row < count; row++) all.push(part === null || isMissing(part, row) ? null : of(part, row));
    }
    return all;
  };
  const number = (column: Column, row: number): number => (column.type === "text" ? 0 : (column.values[row] as number));
  const type = isMixed ? "text" : there.some((part) => part.type === "float64") ? "float64" : (there[0]?.type ?? "text");
  if (type === "text") return textColumn(name, rows === 0 ? [] : gather(cellString), more);
  if (type === "boolean")
    return booleanColumn(
      name,
      gather((column, row) => number(column, row) === 1),
      more,
    );
  return type === "int32" ? integerColumn(name, gather(number), more) : numberColumn(name, gather(number), more);
}
