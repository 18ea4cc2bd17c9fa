// Gaps from the nearest rows of the training, which are kept: scikit-learn's KNNImputer. Columns of very different spread are
// told, since the widest alone decides then which rows are near.

import { z } from "zod";
import type { StepScope } from "../../contract/step.ts";
import { fromNeighbours } from "../../stats/neighbour-imputation.ts";
import { fittedOf } from "../parts/fitted.ts";
import { columnsToFill, rowsOf, withFilled } from "../parts/imputing.ts";
import type { Numbers } from "../parts/numbers-of-columns.ts";
import { refuse } from "../parts/step-scope.ts";
import type { imputeNeighbours } from "./step.ts";
import { unlikeSpreads } from "../parts/unlike-spreads.ts";
import { words } from "./words.ts";

const limit = 4_000_000;
const state = z.strictObject({
  columns: z.array(z.strictObject({ column: z.string(), values: z.array(z.number().nullable()) })),
});
const take = { key: words.key("title"), params: {} };

export const { fitted, apply } = fittedOf<typeof imputeNeighbours>()({
  keeps: () => "values",
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const chosen = columnsToFill(step.columns, table, scope, take);
        const cells = chosen.length * table.rowCount;
        if (cells > limit) return refuse(scope, words, "large", { cells, limit }, ["columns"]);
        sayScales(chosen, scope);
        return {
          columns: chosen.map(({ column, values }) => {
            if (!values.some((value) => value === value))
              scope.say(words.sentence("no-value", { step: scope.index + 1, column: column.name }));
            return { column: column.name, values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)) };
          }),
        };
      },
      async apply(step, table, kept, scope) {
        const chosen = columnsToFill(step.columns, table, scope, take);
        const byName = new Map(kept.columns.map(({ column, values }) => [column, values]));
        const rows = kept.columns[0]?.values.length ?? 0;
        const donors = chosen.map(({ column }) => ({
          column,
          values: Float64Array.from({ length: rows }, (_, row) => byName.get(column.name)?.[row] ?? Number.NaN),
        }));
        const own = rowsOf(chosen, table.rowCount);
        const options = { count: step.neighbours, byDistance: step.weights === "distance" };
        const values = await fromNeighbours(own, rowsOf(donors, rows), options, () => scope.signal.throwIfAborted());
        return withFilled(table, chosen, { ...own, values });
      },
    },
  },
});

function sayScales(chosen: readonly Numbers[], scope: StepScope): void {
  const found = unlikeSpreads(chosen);
  if (found) scope.say(words.sentence("scales", { step: scope.index + 1, ...found }));
}
