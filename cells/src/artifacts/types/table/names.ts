// Names that may be meant in a table: its columns, and the texts of one of them.

import type { Table } from "../../artifact.ts";
import { columnOf } from "../../table.ts";

export function namesInTable(table: Table, what: string): readonly string[] | null {
  if (what === "columns") return table.columns.map((column) => column.name);
  if (!what.startsWith("column:")) return null;
  const column = columnOf(table, what.slice("column:".length));
  return column?.type === "text" ? column.dictionary : null;
}
