// Wide and long: pivot makes a column of each value of one column, fold makes rows of several columns.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing, takeColumnRows, takeRows } from "../../artifacts/table.ts";
import { columnOfValues, textValues } from "../../formula/values.ts";
import { aggregate, takeRowsOrMissing } from "./aggregate.ts";
import { groupRows, rowsByGroup } from "./group-rows.ts";
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
  const byPlace = rowsByGroup(columns.groupOf, width);
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
  const rowOf = new Int32Array(size);
  const placeOf = new Int32Array(size);
  for (let row = 0, at = 0; row < table.rowCount; row++) {
    for (let place = 0; place < width; place++, at++) {
      rowOf[at] = row;
      placeOf[at] = place;
    }
  }
  const kept = takeRows(
    { type: "table", rowCount: table.rowCount, columns: table.columns.filter((column) => !folded.includes(column)) },
    rowOf,
  );
  const nameColumn: Column = {
    name: step.name,
    type: "text",
    semantic: "category",
    valid: null,
    codes: placeOf,
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
  const filled = <T extends Float64Array | Int32Array | Uint8Array>(into: T): T => {
    for (const [place, column] of folded.entries()) {
      if (column.type === "text") continue;
      for (let row = 0, at = place; at < size; row++, at += width) into[at] = column.values[row] as number;
    }
    return into;
  };
  if (types.size === 1 && types.has("boolean")) {
    return columnOfValues(name, { type: "boolean", values: filled(new Uint8Array(size)), valid });
  }
  if (types.size === 1 && types.has("int32")) {
    return {
      ...columnOfValues(name, { type: "number", values: filled(new Int32Array(size)), valid }),
      ...unit,
    };
  }
  if (!types.has("text") && !types.has("boolean")) {
    return {
      ...columnOfValues(name, { type: "number", values: filled(new Float64Array(size)), valid }),
      ...unit,
    };
  }
  return columnOfValues(
    name,
    textValues(size, valid, (at) => cellString(columnAt(at), rowAt(at))),
  );
}
