// Wide and long: pivot makes a column of each value of one column, fold makes rows of several columns.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { columnOfValues, textValues } from "../../formula/values.ts";
import { aggregate, takeRowsOrMissing } from "./aggregate.ts";
import { groupRows } from "./group-rows.ts";
import { takeRows } from "../../artifacts/table.ts";
import { needColumn, refuse, tableWith, type StepScope } from "./step-scope.ts";
import type { StepOf } from "./steps.ts";

const mostColumns = 2_000;

/** A row per combination of all other columns, in order of first appearance; new columns in order of first appearance, too. */
export function pivot(step: StepOf<"pivot">, table: Table, scope: StepScope): Table {
  const names = needColumn(scope, table, step.names, ["names"]);
  const source = needColumn(scope, table, step.values, ["values"]);
  const { take } = step;
  if ((take === "sum" || take === "mean" || take === "median" || take === "sd") && source.type === "text") {
    return refuse(scope, "column-not-number", { column: step.values, take }, ["values"]);
  }
  const ids = table.columns.filter((column) => column !== names && column !== source);
  const rows = groupRows(ids, table.rowCount);
  const columns = groupRows([names], table.rowCount);
  const width = columns.firstRow.length;
  if (width > mostColumns)
    return refuse(scope, "pivot-wide", { column: step.names, count: width, limit: mostColumns }, ["names"]);
  const height = rows.firstRow.length;
  const made = Array.from(columns.firstRow, (row, place): Column => {
    const name = isMissing(names, row) ? "missing" : cellString(names, row);
    const groupOf = rows.groupOf.map((group, at) => (columns.groupOf[at] === place ? group : -1));
    if (take !== "first") return withoutEmpty(aggregate(name, take, source, { groupOf, groups: height }), groupOf);
    const first = new Int32Array(height).fill(-1);
    for (let at = groupOf.length - 1; at >= 0; at--) if ((groupOf[at] as number) >= 0) first[groupOf[at] as number] = at;
    return { ...takeRowsOrMissing(source, first), name };
  });
  const kept = takeRows({ type: "table", rowCount: table.rowCount, columns: ids }, rows.firstRow);
  return tableWith(scope, [...kept.columns, ...made], height, ["names"]);
}

/** Where no row meets there is nothing, not a count of 0. */
function withoutEmpty(column: Column, groupOf: Int32Array): Column {
  if (column.type !== "int32") return column;
  const valid = new Uint8Array(column.values.length);
  for (const group of groupOf) if (group >= 0) valid[group] = column.valid ? (column.valid[group] as number) : 1;
  return { ...column, valid: valid.includes(0) ? valid : null };
}

/** Row by row, its columns one after the other. Numbers stay numbers; columns of several types become text. */
export function fold(step: StepOf<"fold">, table: Table, scope: StepScope): Table {
  if (step.columns.length === 0) return refuse(scope, "nothing-chosen", { field: "columns" }, ["columns"]);
  const folded = [...new Set(step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at])))];
  const width = folded.length;
  const size = table.rowCount * width;
  if (size > 50_000_000) return refuse(scope, "join-large", { limit: 50_000_000 }, ["columns"]);
  const rowOf = Int32Array.from({ length: size }, (_, at) => Math.floor(at / width));
  const kept = takeRows(
    { type: "table", rowCount: table.rowCount, columns: table.columns.filter((column) => !folded.includes(column)) },
    rowOf,
  );
  const nameColumn: Column = {
    name: step.name,
    type: "text",
    semantic: "category",
    valid: null,
    codes: Int32Array.from({ length: size }, (_, at) => at % width),
    dictionary: folded.map((column) => column.name),
  };
  return tableWith(scope, [...kept.columns, nameColumn, foldedValues(step.value, folded, size)], size, ["name"]);
}

function foldedValues(name: string, folded: readonly Column[], size: number): Column {
  const width = folded.length;
  const columnAt = (at: number): Column => folded[at % width] as Column;
  const rowAt = (at: number): number => Math.floor(at / width);
  const valid = folded.some((column) => column.valid)
    ? Uint8Array.from({ length: size }, (_, at) => (isMissing(columnAt(at), rowAt(at)) ? 0 : 1))
    : null;
  const types = new Set(folded.map((column) => column.type));
  const [first] = folded;
  const unit = first?.unit !== undefined && folded.every((column) => column.unit === first.unit) ? { unit: first.unit } : {};
  const numberAt = (at: number): number => {
    const column = columnAt(at);
    return column.type === "text" ? 0 : (column.values[rowAt(at)] as number);
  };
  if (types.size === 1 && types.has("boolean")) {
    return columnOfValues(name, { type: "boolean", values: Uint8Array.from({ length: size }, (_, at) => numberAt(at)), valid });
  }
  if (types.size === 1 && types.has("int32")) {
    return {
      ...columnOfValues(name, { type: "number", values: Int32Array.from({ length: size }, (_, at) => numberAt(at)), valid }),
      ...unit,
    };
  }
  if (!types.has("text") && !types.has("boolean")) {
    return {
      ...columnOfValues(name, { type: "number", values: Float64Array.from({ length: size }, (_, at) => numberAt(at)), valid }),
      ...unit,
    };
  }
  return columnOfValues(
    name,
    textValues(size, valid, (at) => cellString(columnAt(at), rowAt(at))),
  );
}
