// Columns under other names.

import type { Column } from "../../artifacts/artifact.ts";
import type { Apply } from "../../contract/step.ts";
import { needColumn, tableWith } from "../parts/step-scope.ts";
import type { rename } from "./step.ts";

export const apply: Apply<typeof rename> = {
  table(step, table, scope) {
    const names = new Map<Column, string>();
    for (const [at, { from, to }] of step.columns.entries())
      names.set(needColumn(scope, table, from, ["columns", at, "from"]), to);
    const columns = table.columns.map((column) => ({ ...column, name: names.get(column) ?? column.name }));
    return tableWith(scope, columns, table.rowCount, ["columns"]);
  },
};
