// Steps on tables that look at one row or one column at a time. Each takes a table and answers a table; semantic types
// and units stay with the columns they belong to.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { isMissing, takeRows } from "../../artifacts/table.ts";
import { evaluate } from "../../formula/evaluate.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { columnOfValues, ranksOf } from "../../formula/values.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { aggregate, countRows, medianOf, accurateSum } from "./aggregate.ts";
import { groupRows } from "./group-rows.ts";
import { isNumeric, needColumn, needNumber, refuse, settled, tableWith, type StepScope } from "./step-scope.ts";
import type { StepOf } from "./steps.ts";

export function select(step: StepOf<"select">, table: Table, scope: StepScope): Table {
  const chosen = step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
  if (step.action === "keep") {
    if (chosen.length === 0) return refuse(scope, "nothing-chosen", { field: "columns" }, ["columns"]);
    return tableWith(scope, [...new Set(chosen)], table.rowCount, ["columns"]);
  }
  return { type: "table", rowCount: table.rowCount, columns: table.columns.filter((column) => !chosen.includes(column)) };
}

export function rename(step: StepOf<"rename">, table: Table, scope: StepScope): Table {
  const names = new Map<Column, string>();
  for (const [at, { from, to }] of step.columns.entries()) names.set(needColumn(scope, table, from, ["columns", at, "from"]), to);
  const columns = table.columns.map((column) => ({ ...column, name: names.get(column) ?? column.name }));
  return tableWith(scope, columns, table.rowCount, ["columns"]);
}

/** Adds the column at the end, or replaces the one of that name in its place. */
export function derive(step: StepOf<"derive">, table: Table, scope: StepScope): Table {
  if (step.name.trim() === "") return refuse(scope, "nothing-chosen", { field: "name" }, ["name"]);
  const expression = settled(scope, parseFormula(step.formula), ["formula"]);
  const made = columnOfValues(step.name, settled(scope, evaluate(expression, table), ["formula"]));
  const place = table.columns.findIndex((column) => column.name === step.name);
  const columns = place < 0 ? [...table.columns, made] : table.columns.map((column, at) => (at === place ? made : column));
  return { type: "table", rowCount: table.rowCount, columns };
}

/** Stable. Numbers, then NaN, then missing, in both directions; texts by code point. */
export function sort(step: StepOf<"sort">, table: Table, scope: StepScope): Table {
  if (step.by.length === 0) return refuse(scope, "nothing-chosen", { field: "by" }, ["by"]);
  const keys = step.by.map(({ column: name, descending }, at) => {
    const column = needColumn(scope, table, name, ["by", at, "column"]);
    const ranks = column.type === "text" ? ranksOf(column.dictionary) : null;
    const source = column.type === "text" ? column.codes : column.values;
    const values = new Float64Array(table.rowCount);
    // 0 a value, 1 NaN, 2 missing.
    const level = new Uint8Array(table.rowCount);
    for (let row = 0; row < table.rowCount; row++) {
      if (isMissing(column, row)) {
        level[row] = 2;
        continue;
      }
      const value = ranks ? (ranks[source[row] as number] as number) : (source[row] as number);
      if (Number.isNaN(value)) level[row] = 1;
      else values[row] = descending ? -value : value;
    }
    return { values, level };
  });
  const order = Int32Array.from({ length: table.rowCount }, (_, row) => row);
  order.sort((a, b) => {
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
  return takeRows(table, order);
}

/** Rows drawn without replacement, in their old order. */
export function sample(step: StepOf<"sample">, table: Table, scope: StepScope): Table {
  const rows = table.rowCount;
  const wanted =
    "rows" in step.size
      ? Math.round(needNumber(scope, step.size.rows, ["size", "rows"], 0))
      : Math.round(rows * Math.min(1, needNumber(scope, step.size.fraction, ["size", "fraction"], 0)));
  if (wanted >= rows) return table;
  const random = seededRandom(step.seed);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let at = 0; at < wanted; at++) {
    const other = at + Math.floor(random() * (rows - at));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
  return takeRows(table, order.subarray(0, wanted).slice().sort());
}

export function dropMissing(step: StepOf<"drop-missing">, table: Table, scope: StepScope): Table {
  const columns =
    step.columns.length === 0 ? table.columns : step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
  const kept: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (!columns.some((column) => isMissing(column, row))) kept.push(row);
  return kept.length === table.rowCount ? table : takeRows(table, kept);
}

export function fillMissing(step: StepOf<"fill-missing">, table: Table, scope: StepScope): Table {
  if (step.columns.length === 0) return refuse(scope, "nothing-chosen", { field: "columns" }, ["columns"]);
  const chosen = new Set(step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at])));
  const columns = table.columns.map((column) => (chosen.has(column) ? filled(step, column, table.rowCount, scope) : column));
  return { type: "table", rowCount: table.rowCount, columns };
}

function filled(step: StepOf<"fill-missing">, column: Column, rows: number, scope: StepScope): Column {
  const { valid } = column;
  const value = fillValue(step, column, rows, scope);
  if (!valid || value === null) return column;
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

/** What missing cells get; null when the column has no value to take it from. */
function fillValue(
  step: StepOf<"fill-missing">,
  column: Column,
  rows: number,
  scope: StepScope,
): number | string | boolean | null {
  const { fill } = step;
  const wrong = (value: string | number | boolean | null): never =>
    refuse(
      scope,
      "fill-type",
      { column: column.name, type: column.type === "float64" || column.type === "int32" ? "number" : column.type, value },
      ["fill"],
    );
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
    let best = -1;
    for (const [group, row] of firstRow.entries()) {
      if (isMissing(column, row) || counts.type !== "int32") continue;
      if (best === -1 || (counts.values[group] as number) > (counts.values[best] as number)) best = group;
    }
    if (best === -1) return null;
    const row = firstRow[best] as number;
    if (column.type === "text") return column.dictionary[column.codes[row] as number] ?? "";
    return column.type === "boolean" ? column.values[row] === 1 : (column.values[row] as number);
  }
  if (!isNumeric(column) || column.type === "text") return wrong(fill.by);
  const present = Float64Array.from(column.values).filter((_, row) => !isMissing(column, row));
  if (present.length === 0) return null;
  return fill.by === "median" ? medianOf(present) : accurateSum(present.length, (at) => present[at] as number) / present.length;
}

/** The first row of each. */
export function distinct(step: StepOf<"distinct">, table: Table, scope: StepScope): Table {
  const columns =
    step.columns.length === 0 ? table.columns : step.columns.map((name, at) => needColumn(scope, table, name, ["columns", at]));
  return takeRows(table, groupRows(columns, table.rowCount).firstRow);
}

export function head(step: StepOf<"head">, table: Table, scope: StepScope): Table {
  const wanted = Math.floor(needNumber(scope, step.rows, ["rows"], 0));
  if (wanted >= table.rowCount) return table;
  return takeRows(
    table,
    Int32Array.from({ length: wanted }, (_, row) => row),
  );
}

/** One row a group, in order of first appearance; of all rows where nothing is named to group by. */
export function summarise(step: StepOf<"summarise">, table: Table, scope: StepScope): Table {
  if (step.values.length === 0 && step.by.length === 0) return refuse(scope, "nothing-chosen", { field: "values" }, ["values"]);
  const keys = step.by.map((name, at) => needColumn(scope, table, name, ["by", at]));
  const { groupOf, firstRow } = groupRows(keys, table.rowCount);
  // Without groups there is one row, even of no rows: count 0.
  const groups = keys.length === 0 ? 1 : firstRow.length;
  const grouped = takeRows({ type: "table", rowCount: table.rowCount, columns: keys }, firstRow);
  const values = step.values.map(({ name, take, column: source }, at): Column => {
    const path = ["values", at, "column"];
    if (source === undefined) {
      if (take !== "count") return refuse(scope, "nothing-chosen", { field: "column" }, path);
      return countRows(name, { groupOf, groups });
    }
    const column = needColumn(scope, table, source, path);
    const needsNumbers = take === "sum" || take === "mean" || take === "median" || take === "sd";
    if (needsNumbers && column.type === "text") return refuse(scope, "column-not-number", { column: source, take }, path);
    return aggregate(name, take, column, { groupOf, groups });
  });
  return tableWith(scope, [...grouped.columns, ...values], groups, ["values"]);
}
