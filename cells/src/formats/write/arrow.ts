// Tables as a stream of Apache Arrow (columnar format 1.5, "IPC Streaming Format"): texts, numbers and booleans as they are,
// missing cells as nulls. What Arrow has no field for (semantic types, units) is left out.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";

/** Names that stand twice are kept, as Arrow allows. */
export async function writeArrow(table: Table): Promise<Uint8Array> {
  const { tableFromColumns, columnFromArray, tableToIPC, float64, int32, bool, utf8 } = await import("@uwdata/flechette");
  const typeOf = { float64: float64(), int32: int32(), boolean: bool(), text: utf8() };
  const made = tableFromColumns(
    table.columns.map(
      (column) => [column.name, columnFromArray(valuesOf(column, table.rowCount), typeOf[column.type])] as const,
    ) as never,
  );
  const bytes = tableToIPC(made, { format: "stream" });
  return bytes ?? new Uint8Array(0);
}

function valuesOf(column: Column, rows: number): (string | number | boolean | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    if (isMissing(column, row)) return null;
    if (column.type === "text") return cellString(column, row);
    const value = column.values[row] as number;
    return column.type === "boolean" ? value === 1 : value;
  });
}
