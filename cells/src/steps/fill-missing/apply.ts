// Missing values become a given one, or one that is taken of the column.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { isMissing } from "../../artifacts/table.ts";
import { wordsInTheWay } from "../../artifacts/texts-like-numbers.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { meanOf } from "../../stats/sums.ts";
import { fittedOf } from "../parts/fitted.ts";
import { countRows } from "../parts/aggregate.ts";
import { groupRows } from "../parts/rows-by-key.ts";
import { isNumeric, needColumn, refuse, refuseText } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { fillMissing } from "./step.ts";
import { words } from "./words.ts";

type Filling = OptionsOf<typeof fillMissing>;
type Fill = number | string | boolean | null;

/** What missing cells of a column get, whether it has any yet or not; null: it had no value to take it from. */
const state = z.strictObject({
  fills: z.array(z.strictObject({ column: z.string(), value: z.union([z.number(), z.string(), z.boolean(), z.null()]) })),
});

export const { fitted, apply } = fittedOf<typeof fillMissing>()({
  keeps: ({ fill }) => (fill.by === "mean" || fill.by === "median" ? "statistics" : "values"),
  state,
  on: {
    table: {
      fit(step, table, scope) {
        const columns = chosenOf(step, table, scope);
        if (step.fill.by === "value") return { fills: [] };
        return { fills: columns.map((column) => ({ column: column.name, value: fillOf(step, column, table.rowCount, scope) })) };
      },
      apply(step, table, { fills }, scope) {
        const valueOf = new Map(fills.map(({ column, value }) => [column, value]));
        const chosen = new Set(chosenOf(step, table, scope));
        const given = (column: Column): Fill =>
          step.fill.by === "value" ? fillValue(step, column, table.rowCount, scope) : (valueOf.get(column.name) ?? null);
        const columns = table.columns.map((column) =>
          chosen.has(column) && column.valid ? filled(column, column.valid, given(column), scope) : column,
        );
        return { type: "table", rowCount: table.rowCount, columns };
      },
    },
  },
});

function chosenOf(step: Filling, table: Table, scope: StepScope): readonly Column[] {
  if (step.columns.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "columns" }, ["columns"]);
  return step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
}

function fillOf(step: Filling, column: Column, rows: number, scope: StepScope): Fill {
  const { by } = step.fill;
  // Also where no cell is missing yet: those with the words are what is to be filled.
  if ((by === "mean" || by === "median") && column.type === "text" && wordsInTheWay(column.name, column.dictionary))
    return refuseText(scope, column, by, ["fill"]);
  if (column.valid) return fillValue(step, column, rows, scope);
  // Kept for rows that come later. Of a column that has all its values and none of this kind there is nothing to say yet.
  const isOfKind = by === "mode" || (isNumeric(column) && column.type !== "text");
  return isOfKind ? fillValue(step, column, rows, { ...scope, say: () => undefined }) : null;
}

function filled(column: Column, valid: Uint8Array, value: Fill, scope: StepScope): Column {
  if (value === null) {
    scope.say(words.sentence("nothing", { step: scope.index + 1, column: column.name }));
    return column;
  }
  // What was kept is of the column as it was when the step was fitted.
  if (typeof value !== (column.type === "text" ? "string" : column.type === "boolean" ? "boolean" : "number"))
    return refuseType(scope, column, String(value));
  if (column.type === "text") {
    const text = String(value);
    const found = column.dictionary.indexOf(text);
    const code = found >= 0 ? found : column.dictionary.length;
    const dictionary = found >= 0 ? column.dictionary : [...column.dictionary, text];
    return { ...column, valid: null, dictionary, codes: column.codes.map((each, row) => (valid[row] ? each : code)) };
  }
  if (column.type === "boolean") {
    return { ...column, valid: null, values: column.values.map((each, row) => (valid[row] ? each : Number(value))) };
  }
  if (column.type === "int32" && Number.isInteger(value) && Math.abs(value as number) < 2 ** 31) {
    return { ...column, valid: null, values: column.values.map((each, row) => (valid[row] ? each : Number(value))) };
  }
  const values = Float64Array.from(column.values, (each, row) => (valid[row] ? each : Number(value)));
  return { ...column, type: "float64", valid: null, values };
}

const refuseType = (scope: StepScope, column: Column, value: string): never =>
  refuse(scope, words, "type", { column: column.name, type: isNumeric(column) ? "number" : column.type, value }, ["fill"]);

/** What missing cells get; null when the column has no value to take it from. */
function fillValue(step: Filling, column: Column, rows: number, scope: StepScope): Fill {
  const { fill } = step;
  const wrong = (value: string): never => refuseType(scope, column, value);
  if (fill.by === "value") {
    const value = scope.valueOf(fill.value);
    if (column.type === "text")
      return typeof value === "string" || typeof value === "number" ? String(value) : wrong(String(value));
    if (column.type === "boolean") return typeof value === "boolean" ? value : wrong(String(value));
    return typeof value === "number" ? value : wrong(String(value));
  }
  if (fill.by === "mode") {
    const { groupOf, firstRow } = groupRows([column], rows);
    const counts = countRows("n", { groupOf, groups: firstRow.length });
    const often = (group: number): number => (counts.type === "int32" ? (counts.values[group] as number) : 0);
    let best = -1;
    for (const [group, row] of firstRow.entries()) {
      if (isMissing(column, row)) continue;
      if (best === -1 || often(group) > often(best)) best = group;
    }
    if (best === -1) return null;
    const row = firstRow[best] as number;
    const n = firstRow.filter((first, group) => !isMissing(column, first) && often(group) === often(best)).length;
    if (n > 1) scope.say(words.sentence("ties", { step: scope.index + 1, column: column.name, n }));
    if (column.type === "text") return column.dictionary[column.codes[row] as number] ?? "";
    return column.type === "boolean" ? column.values[row] === 1 : (column.values[row] as number);
  }
  if (!isNumeric(column) || column.type === "text") return wrong(fill.by);
  const present = Float64Array.from(column.values).filter((_, row) => !isMissing(column, row));
  if (present.length === 0) return null;
  const value = fill.by === "median" ? medianOf(present) : meanOf(present);
  if (!Number.isFinite(value)) return refuse(scope, words, `${fill.by}-not-finite`, { column: column.name }, ["fill"]);
  return value;
}
