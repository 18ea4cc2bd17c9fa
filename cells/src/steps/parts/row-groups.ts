// The groups within which values are compared: all rows, or those with one text of a column. A row without one is in none.

import type { Table } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { categoriesOf } from "./categories.ts";
import { needColumn, refuse } from "./step-scope.ts";
import { words } from "../words.ts";

const limit = 1000;

export interface RowGroups {
  /** What each is called; "" where no column is named. */
  readonly texts: readonly string[];
  /** Which each row is in; -1: none. */
  readonly placeOf: Int32Array;
}

export function groupsBy(name: string, table: Table, scope: StepScope): RowGroups {
  if (name === "") return { texts: [""], placeOf: new Int32Array(table.rowCount) };
  const { texts, placeOf } = categoriesOf(needColumn(scope, table, name, ["group"]), table.rowCount);
  if (texts.length > limit) return refuse(scope, words, "many-groups", { column: name, count: texts.length, limit }, ["group"]);
  return { texts, placeOf };
}

/** Rows of each that have a value. */
export function rowsByGroup({ texts, placeOf }: RowGroups, values: Float64Array): readonly (readonly number[])[] {
  const rows: number[][] = texts.map(() => []);
  for (const [row, value] of values.entries()) if (value === value) rows[placeOf[row] as number]?.push(row);
  return rows;
}
