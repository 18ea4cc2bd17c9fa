// Which cells of a table are marked as outliers: the flag that says so, the value that it is said of, and where it is said of the
// whole row its first cell. Flags are columns of the meaning "outlier".

import type { Json } from "../../base/json.ts";

export interface FlaggedCells {
  cell(row: number, column: number): Json | undefined;
  column(index: number): { readonly name: string; readonly semantic?: string | undefined } | undefined;
  readonly columnCount: number;
}

const ending = "_outlier";
/** Of very wide tables flags further on mark nothing. */
const mostColumns = 1000;

/** Null where there are no flags. */
export function outlierCells(pages: FlaggedCells): ((row: number, column: number) => boolean) | null {
  const count = Math.min(pages.columnCount, mostColumns);
  const places = new Map<string, number>();
  const flags: { readonly at: number; readonly name: string }[] = [];
  for (let at = 0; at < count; at++) {
    const column = pages.column(at);
    if (!column) continue;
    places.set(column.name, at);
    if (column.semantic === "outlier") flags.push({ at, name: column.name });
  }
  if (flags.length === 0) return null;
  /** Flags by the columns that they mark. */
  const marks = new Map<number, number[]>();
  const mark = (column: number, flag: number): void => void marks.set(column, [...(marks.get(column) ?? []), flag]);
  for (const { at, name } of flags) {
    mark(at, at);
    const of = name.endsWith(ending) ? places.get(name.slice(0, -ending.length)) : undefined;
    if (of !== at) mark(of ?? 0, at);
  }
  return (row, column) => marks.get(column)?.some((flag) => pages.cell(row, flag) === true) ?? false;
}
