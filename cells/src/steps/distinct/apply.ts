// The first row of each.

import type { Apply } from "../../contract/step.ts";
import { groupRows } from "../parts/rows-by-key.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { needColumn } from "../parts/step-scope.ts";
import type { distinct } from "./step.ts";

export const apply: Apply<typeof distinct> = {
  table(step, table, scope) {
    const columns =
      step.columns.length === 0 ? table.columns : step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
    return rowsThatStay(table, groupRows(columns, table.rowCount).firstRow, scope);
  },
};
