// One row a group, in order of first appearance; of all rows where nothing is named to group by.

import type { Column } from "../../artifacts/artifact.ts";
import { takeRows } from "../../artifacts/table.ts";
import type { Apply } from "../../contract/step.ts";
import { aggregate, countRows } from "../parts/aggregate.ts";
import { sayTextOrder } from "../parts/order-of-texts.ts";
import { groupRows } from "../parts/rows-by-key.ts";
import { needColumn, refuse, refuseText, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { summarise } from "./step.ts";

export const apply: Apply<typeof summarise> = {
  table(step, table, scope) {
    if (step.values.length === 0 && step.by.length === 0)
      return refuse(scope, shared, "nothing-chosen", { field: "values" }, ["values"]);
    const keys = step.by.map((name, at) => needColumn(scope, table, name, ["by", at]));
    const { groupOf, firstRow } = groupRows(keys, table.rowCount);
    // Without groups there is one row, even of no rows: count 0.
    const groups = keys.length === 0 ? 1 : firstRow.length;
    const grouped = takeRows({ type: "table", rowCount: table.rowCount, columns: keys }, firstRow);
    const values = step.values.map(({ name, take, column: source }, at): Column => {
      const path = ["values", at, "column"];
      if (source === undefined) {
        if (take !== "count") return refuse(scope, shared, "nothing-chosen", { field: "column" }, path);
        return countRows(name, { groupOf, groups });
      }
      const column = needColumn(scope, table, source, path);
      const needsNumbers = take === "sum" || take === "mean" || take === "median" || take === "sd";
      if (needsNumbers && column.type === "text") return refuseText(scope, column, take, path);
      if (column.type === "text" && (take === "min" || take === "max")) sayTextOrder(scope, column);
      return aggregate(name, take, column, { groupOf, groups });
    });
    return tableWith(scope, [...grouped.columns, ...values], groups, ["values"]);
  },
};
