// Groups and strata of the rows that are followed, as codes; and the log-rank tests between the groups.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, isMissing, textColumn } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { takenOf } from "../../design/spec.ts";
import { variableOf } from "../../design/variables-of-sheet.ts";
import type { FactorVariable } from "../../stats/design/model-matrix.ts";
import { noColumn, type Doubt } from "./execute-rows.ts";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Grouped {
  /** The sheet, rows without a group in the one that was named for them. */
  readonly sheet: Table;
  /** -1: in no group. */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** Rows without a value of the column. */
  readonly missing: number;
}

const mostGroups = 12;

/** Null: no groups are asked for. `without`: the group in which rows without a value count; "": none. */
export function groupedRows(sheet: Table, spec: SurvivalSpec, without: string): Result<Grouped | null, Failure> {
  if (spec.group === "") return ok(null);
  const column = columnOf(sheet, spec.group);
  const available = sheet.columns.map(({ name }) => name);
  if (!column) return err(noColumn(spec.group, available, ["group"]));
  const missing = Array.from({ length: sheet.rowCount }, (_, row) => Number(!hasValue(column, row))).reduce((a, b) => a + b, 0);
  const filled = without === "" || missing === 0 ? column : filledWith(column, without, sheet.rowCount);
  const made = variableOf(filled, { column: column.name, as: "factor", ...referenceOf(spec, column.name) });
  if (!made.ok || made.value.kind !== "factor")
    return err(words.failure("bad-reference", { column: column.name }, { at: ["model", "columns"] }));
  const { levels, codes } = made.value satisfies FactorVariable;
  if (levels.length > mostGroups)
    return err(
      words.failure(
        column.type === "float64" || column.type === "int32" ? "group-numbers" : "group-many",
        {
          column: column.name,
          n: levels.length,
          most: mostGroups,
        },
        { at: ["group"] },
      ),
    );
  if (without !== "" && missing > 0 && !levels.includes(without))
    return err(words.failure("no-such-group", { column: column.name, without, levels: [...levels] }, { at: ["without"] }));
  const columns = sheet.columns.map((each) => (each === column ? filled : each));
  return ok({ sheet: { ...sheet, columns }, codes: Int32Array.from(codes), levels, missing });
}

const referenceOf = (spec: SurvivalSpec, name: string): { reference?: string } => {
  const reference = takenOf(spec.model, name)?.reference;
  return reference === undefined ? {} : { reference };
};

const hasValue = (column: Column, row: number): boolean =>
  !isMissing(column, row) && !(column.type === "text" && cellString(column, row) === "");

function filledWith(column: Column, value: string, rows: number): Column {
  return textColumn(
    column.name,
    Array.from({ length: rows }, (_, row) => {
      if (!hasValue(column, row)) return value;
      const text = cellString(column, row);
      return column.type === "boolean" ? text.toUpperCase() : text;
    }),
    { semantic: "category" },
  );
}

export interface Strata {
  readonly codes: Int32Array;
  readonly count: number;
  /** Rows without a value of one of the columns. */
  readonly missing: number;
}

/** Each combination of the columns is a stratum; -1: a value is missing. */
export function strataOf(sheet: Table, spec: SurvivalSpec, doubts: Doubt[]): Result<Strata, Failure> {
  const { rowCount } = sheet;
  if (spec.strata.length === 0) return ok({ codes: new Int32Array(rowCount), count: 1, missing: 0 });
  const available = sheet.columns.map(({ name }) => name);
  const columns: Column[] = [];
  for (const [at, name] of spec.strata.entries()) {
    const column = columnOf(sheet, name);
    if (!column) return err(noColumn(name, available, ["strata", String(at)]));
    columns.push(column);
  }
  const places = new Map<string, number>();
  let missing = 0;
  const codes = Int32Array.from({ length: rowCount }, (_, row) => {
    if (columns.some((column) => !hasValue(column, row))) {
      missing++;
      return -1;
    }
    const key = JSON.stringify(columns.map((column) => cellString(column, row)));
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  if (missing > 0) doubts.push({ ...words.sentence("left-strata", { columns: [...spec.strata], n: missing }), rows: [missing] });
  return ok({ codes, count: places.size, missing });
}
