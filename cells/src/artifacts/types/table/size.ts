// Bytes of memory that a table holds, near enough to keep a budget.

import type { Table } from "../../artifact.ts";

export function bytesOfTable(table: Table): number {
  let bytes = 1024;
  for (const column of table.columns) {
    bytes += 256 + (column.valid?.byteLength ?? 0);
    if (column.type === "text") {
      bytes += column.codes.byteLength;
      for (const word of column.dictionary) bytes += 48 + word.length;
    } else {
      bytes += column.values.byteLength;
    }
  }
  return bytes;
}
