// Rows in which nothing that is looked at is missing.

import { isMissing, takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { needColumn } from "../parts/step-scope.ts";
import type { dropMissing } from "./step.ts";

export const apply: Apply<typeof dropMissing> = {
  table(step, table, scope) {
    const columns =
      step.columns.length === 0 ? table.columns : step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
    const kept: number[] = [];
    for (let row = 0; row < table.rowCount; row++) if (!columns.some((column) => isMissing(column, row))) kept.push(row);
    return kept.length === table.rowCount ? table : takeRows(table, kept);
  },
};
