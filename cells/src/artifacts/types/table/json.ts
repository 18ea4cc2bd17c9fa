// A table as JSON for people's programs.

import type { JsonObject } from "../../../base/json.ts";
import type { Table } from "../../artifact.ts";
import { cellJson } from "../../table.ts";

/** A table for people's programs: {columns: [{name, type, semantic?, unit?}], rows: [[cell]]}. Infinities and NaN are text. */
export function tableToJson(table: Table): JsonObject {
  return {
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
    })),
    rows: Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row))),
  };
}
