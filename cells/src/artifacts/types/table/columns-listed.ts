// The columns of a table as its summary lists them, with the groups of those that fall into few.

import { naturalOrder } from "../../../base/natural-order.ts";
import type { ArtifactSummary, Column, Table } from "../../artifact.ts";
import { meaningOf, saidOf } from "../../semantics.ts";
import { mostRows } from "./most-rows.ts";

/** Above this many columns a summary lists the first ones only. */
const listedColumns = 400;
export const columnsListed = (table: Table): NonNullable<ArtifactSummary["columns"]> =>
  table.columns.slice(0, listedColumns).map((column: Column) => ({
    name: column.name,
    type: column.type,
    ...saidOf(column),
    ...levelsOf(column, table.rowCount),
    ...mostOf(column),
  }));

function mostOf(column: Column): { readonly most?: number } {
  const most = mostRows(column);
  return most === null ? {} : { most };
}

/** Groups beyond these are not told apart by colour. Values that hardly repeat are names, and stay with their rows. */
const mostLevels = 24;

function levelsOf(column: Column, rowCount: number): { readonly levels?: readonly string[] } {
  // Names stay names by whatever they are called.
  if (column.closed || !meaningOf(column.semantic).groups || (column.type !== "text" && column.type !== "int32")) return {};
  const found = new Set<string | number>();
  for (let row = 0; row < rowCount; row++) {
    if (column.valid && column.valid[row] === 0) continue;
    found.add(column.type === "text" ? (column.codes[row] as number) : (column.values[row] as number));
    // Codes of one text may be several; a little more than the most is enough to know.
    if (found.size > mostLevels || found.size * 2 > rowCount) return {};
  }
  const levels = [...found].map((value) => (column.type === "text" ? (column.dictionary[value as number] ?? "") : String(value)));
  const named = [...new Set(levels)].filter((level) => level !== "").sort(naturalOrder);
  return named.length > 0 ? { levels: named } : {};
}
