// What steps share that fill gaps of several columns from each other: the columns as one list of rows, those of the training as
// they are kept, and the columns with what was found in their gaps.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { moreOf } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { columnOfValues } from "../../formula/values.ts";
import type { NeighbourRows } from "../../stats/neighbour-imputation.ts";
import { chosenNumbers, needFinite, type Numbers, withColumns } from "./numbers-of-columns.ts";

/** The same columns, whatever their order in the table. */
export function columnsToFill(names: readonly string[], table: Table, scope: StepScope, take: Json): readonly Numbers[] {
  const chosen = chosenNumbers(names, table, scope, take);
  for (const numbers of chosen) needFinite(numbers, scope);
  return chosen;
}

export function rowsOf(chosen: readonly Numbers[], rows: number): NeighbourRows {
  const width = chosen.length;
  const values = new Float64Array(rows * width);
  for (const [f, own] of chosen.entries())
    for (let row = 0; row < rows; row++) values[row * width + f] = own.values[row] as number;
  return { values, rows, width };
}

/** The table with the gaps of these columns filled. They hold numbers with fractions then, whether there was a gap or not. */
export function withFilled(table: Table, chosen: readonly Numbers[], { values, width }: NeighbourRows): Table {
  const made = chosen.map(({ column, values: before }, f): Column => {
    const filled = before.map((value, row) => (Number.isNaN(value) ? (values[row * width + f] as number) : value));
    return { ...columnOfValues(column.name, { type: "number", values: filled, valid: null }), ...moreOf(column) };
  });
  return withColumns(table, made);
}
