// The column of the table that says how many samples stand behind the row of a group: what may be told of it hangs on that.

import type { Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";

export const samplesOfGroup = "samples";

/** Of each group in the table; null: it does not say. */
export function sizesIn(table: Table): readonly number[] | null {
  const column = columnOf(table, samplesOfGroup);
  return column?.type === "int32" ? [...new Set(column.values)].filter((size) => size > 0) : null;
}
