// How far two tables are apart, column by column.

import type { Column, Table } from "../../artifact.ts";
import type { Comparer } from "../../comparer.ts";

export function compareTables(again: Table, recorded: Table, prefix: string, comparer: Comparer): void {
  if (again.rowCount !== recorded.rowCount || again.columns.length !== recorded.columns.length)
    return comparer.other(`${prefix}shape`);
  again.columns.forEach((column, at) => compareColumns(column, recorded.columns[at] as Column, prefix, comparer));
}

function compareColumns(again: Column, recorded: Column, prefix: string, comparer: Comparer): void {
  const where = `${prefix}${recorded.name}`;
  if (again.name !== recorded.name || again.type !== recorded.type) return comparer.other(where);
  const rows = recorded.type === "text" ? recorded.codes.length : recorded.values.length;
  for (let row = 0; row < rows; row += 1) {
    const missing = recorded.valid !== null && recorded.valid[row] === 0;
    if ((again.valid !== null && again.valid[row] === 0) !== missing) return comparer.other(`${where} [${row + 1}]`);
    if (missing) continue;
    if (again.type === "text" && recorded.type === "text") {
      if (again.dictionary[again.codes[row] ?? -1] !== recorded.dictionary[recorded.codes[row] ?? -1]) {
        return comparer.other(`${where} [${row + 1}]`);
      }
    } else if (again.type !== "text" && recorded.type !== "text") {
      comparer.number(again.values[row] ?? 0, recorded.values[row] ?? 0, `${where} [${row + 1}]`);
    }
  }
}
