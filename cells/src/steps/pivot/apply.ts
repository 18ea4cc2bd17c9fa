// A row per combination of all other columns, in order of first appearance; new columns in order of first appearance, too.

import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing, takeColumnRows, takeRows } from "../../artifacts/table.ts";
import type { Apply, StepScope } from "../../contract/step.ts";
import { aggregate } from "../parts/aggregate.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { groupRows, rowsByGroup } from "../parts/rows-by-key.ts";
import { needColumn, refuse, refuseText, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { pivot } from "./step.ts";
import { words } from "./words.ts";

const mostColumns = 2_000;

export const apply: Apply<typeof pivot> = {
  table(step, table, scope) {
    const names = needColumn(scope, table, step.names, ["names"]);
    const source = needColumn(scope, table, step.values, ["values"]);
    const { take } = step;
    if ((take === "sum" || take === "mean" || take === "median" || take === "sd") && source.type === "text") {
      return refuseText(scope, source, take, ["values"]);
    }
    const ids = table.columns.filter((column) => column !== names && column !== source);
    const rows = groupRows(ids, table.rowCount);
    const columns = groupRows([names], table.rowCount);
    const width = columns.firstRow.length;
    if (width > mostColumns)
      return refuse(scope, shared, "pivot-wide", { column: step.names, count: width, limit: mostColumns }, ["names"]);
    const height = rows.firstRow.length;
    const byPlace = rowsByGroup(columns.groupOf, width);
    if (take === "first") sayMeetings(scope, rows.groupOf, columns.groupOf, width, step.values);
    const made = Array.from(columns.firstRow, (row, place): Column => {
      const name = isMissing(names, row) ? "missing" : cellString(names, row);
      // The rows of this new column alone, so that many columns cost no more than one.
      const own = byPlace.rows.subarray(byPlace.offsets[place], byPlace.offsets[place + 1]);
      const groupOf = own.map((at) => rows.groupOf[at] as number);
      if (take !== "first")
        return withoutEmpty(aggregate(name, take, takeColumnRows(source, own), { groupOf, groups: height }), groupOf);
      const first = new Int32Array(height).fill(-1);
      for (let at = own.length - 1; at >= 0; at--) first[groupOf[at] as number] = own[at] as number;
      return { ...takeRowsOrMissing(source, first), name };
    });
    const kept = takeRows({ type: "table", rowCount: table.rowCount, columns: ids }, rows.firstRow);
    return tableWith(scope, [...kept.columns, ...made], height, ["names"]);
  },
};

/** Cells of the wide table in which several rows meet: of these all but the first are lost. */
function sayMeetings(scope: StepScope, rowOf: Int32Array, columnOf: Int32Array, width: number, column: string): void {
  const met = new Map<number, number>();
  rowOf.forEach((row, at) => {
    const cell = row * width + (columnOf[at] as number);
    met.set(cell, (met.get(cell) ?? 0) + 1);
  });
  let cells = 0;
  let lost = 0;
  for (const rows of met.values()) {
    if (rows < 2) continue;
    cells += 1;
    lost += rows - 1;
  }
  if (cells > 0) scope.say(words.sentence("met", { step: scope.index + 1, cells, all: met.size, lost, column }));
}

/** Where no row meets there is nothing, not a count of 0. */
function withoutEmpty(column: Column, groupOf: Int32Array): Column {
  if (column.type !== "int32") return column;
  const valid = new Uint8Array(column.values.length);
  for (const group of groupOf) if (group >= 0) valid[group] = column.valid ? (column.valid[group] as number) : 1;
  return { ...column, valid: valid.includes(0) ? valid : null };
}
