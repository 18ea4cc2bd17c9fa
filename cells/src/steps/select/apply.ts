// Named columns, or all but them.

import type { Apply } from "../../contract/step.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { select } from "./step.ts";

export const apply: Apply<typeof select> = {
  table(step, table, scope) {
    const chosen = step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
    if (step.action === "keep") {
      if (chosen.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "columns" }, ["columns"]);
      return tableWith(scope, [...new Set(chosen)], table.rowCount, ["columns"]);
    }
    return { type: "table", rowCount: table.rowCount, columns: table.columns.filter((column) => !chosen.includes(column)) };
  },
};
