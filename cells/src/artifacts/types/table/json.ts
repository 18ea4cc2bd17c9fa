// A table as JSON for people's programs.

import type { JsonObject } from "../../../base/json.ts";
import type { Table } from "../../artifact.ts";
import { cellJson, moreOf } from "../../table.ts";

/** A table for people's programs: {columns: [{name, type, semantic?, category?, unit?, build?, origin?}], rows: [[cell]]}. Infinities and NaN are text. */
export function tableToJson(table: Table): JsonObject {
  return {
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...moreOf(column),
    })),
    rows: Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row))),
  };
}
