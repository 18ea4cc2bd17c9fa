// Rows of which no more than a share of what is looked at is missing; or columns, by the rows of the training: which ones go is
// kept, so that rows that come later lose the same ones.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { isMissing } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { fittedOf } from "../parts/fitted.ts";
import { listed } from "../parts/said.ts";
import { rowsThatStay } from "../parts/rows-that-stay.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { splitColumn } from "../../artifacts/parts-of-rows.ts";
import type { dropMissing } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof dropMissing>;
const state = z.strictObject({ dropped: z.array(z.string()) });

export const { fitted, apply } = fittedOf<typeof dropMissing>()({
  keeps: () => "statistics",
  state,
  on: {
    table: {
      fit(step, table, scope) {
        if (step.drop === "rows") return { dropped: [] };
        const gone = lookedAt(step, table, scope)
          // It says which rows are those of the training, to whatever comes after.
          .filter((column) => column !== splitColumn(table) && shareMissing(column, table.rowCount) > step.above)
          .map(({ name }) => name);
        if (gone.length > 0 && gone.length === table.columns.length)
          return refuse(scope, words, "no-columns", { percent: Number((100 * step.above).toPrecision(12)) }, ["above"]);
        return { dropped: gone };
      },
      apply(step, table, { dropped }, scope) {
        if (step.drop === "rows") return withoutRows(step, table, scope);
        const columns = table.columns.filter(({ name }) => !dropped.includes(name));
        if (dropped.length > 0)
          scope.say(words.sentence("dropped-columns", { step: scope.index + 1, n: dropped.length, names: listed(dropped) }));
        return { ...table, columns };
      },
    },
  },
});

const lookedAt = ({ columns }: Options, table: Table, scope: StepScope): readonly Column[] =>
  columns.length === 0 ? table.columns : columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));

function shareMissing(column: Column, rows: number): number {
  if (!column.valid || rows === 0) return 0;
  return column.valid.reduce((sum, is) => sum + (is === 0 ? 1 : 0), 0) / rows;
}

function withoutRows(step: Options, table: Table, scope: StepScope): Table {
  const columns = lookedAt(step, table, scope);
  const kept: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    let missing = 0;
    for (const column of columns) if (isMissing(column, row)) missing++;
    if (missing <= step.above * columns.length) kept.push(row);
  }
  return kept.length === table.rowCount ? table : rowsThatStay(table, kept, scope);
}
