// Stable. Numbers, then NaN, then missing, in both directions; texts by code point, chromosomes as they are numbered.

import { wholesBy } from "../../base/filled-arrays.ts";
import type { Table } from "../../artifacts/artifact.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { sayTextOrder } from "../parts/order-of-texts.ts";
import { orderedValues } from "../parts/ordered-values.ts";
import { takeFeatures } from "../parts/take-features.ts";
import { words as shared } from "../words.ts";
import type { sort } from "./step.ts";

export const apply: Apply<typeof sort> = {
  table: (step, table, scope) => rowsThatStay(table, orderOf(step, table, scope), scope),
  assay: (step, assay, scope) => takeFeatures(assay, orderOf(step, assay.features, scope)),
};

function orderOf(step: OptionsOf<typeof sort>, table: Table, scope: StepScope): Int32Array {
  if (step.by.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "by" }, ["by"]);
  const keys = step.by.map(({ column: name, descending }, at) => {
    const column = needColumn(scope, table, name, ["by", at, "column"]);
    if (column.type === "text" && column.semantic !== "chromosome") sayTextOrder(scope, column);
    const { values, level } = orderedValues(column, table.rowCount);
    return { values: descending ? values.map((value) => -value) : values, level };
  });
  const order = wholesBy(table.rowCount, (row) => row);
  return order.sort((a, b) => {
    for (const { values, level } of keys) {
      const byLevel = (level[a] as number) - (level[b] as number);
      if (byLevel !== 0) return byLevel;
      const x = values[a] as number;
      const y = values[b] as number;
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return a - b;
  });
}
