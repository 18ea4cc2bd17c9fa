// A column of a sample sheet as a model takes it: numbers as numbers, all else as groups, unless the design says otherwise.

import { isNumeric } from "../artifacts/table.ts";
import type { Column } from "../artifacts/artifact.ts";
import { cellString, isMissing, rowsOfColumn } from "../artifacts/table.ts";
import { nearestNames } from "../base/nearest-name.ts";
import { levelOrder } from "../stats/design/level-order.ts";
import type { Variable } from "../stats/design/model-matrix.ts";
import type { DesignSpec } from "./spec.ts";

type Taken = DesignSpec["columns"][number];

export type VariableProblem =
  | { readonly problem: "not-numbers"; readonly column: string }
  | { readonly problem: "no-level"; readonly column: string; readonly level: string; readonly near: readonly string[] };
export type MadeVariable =
  | { readonly ok: true; readonly value: Variable }
  | { readonly ok: false; readonly error: VariableProblem };

/** How a column is taken where nothing is said. */
export const usuallyAs = (column: Column): "factor" | "number" => (isNumeric(column) ? "number" : "factor");

export function variableOf(column: Column, taken: Taken | null): MadeVariable {
  const as = taken?.as ?? usuallyAs(column);
  if (as === "factor") return factorOf(column, taken?.reference);
  if (column.type === "text") return { ok: false, error: { problem: "not-numbers", column: column.name } };
  const values = Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? Number.NaN : value));
  return { ok: true, value: { kind: "number", values } };
}

/** Groups in their order: false before true, numbers by size, texts as R sorts them; the reference first. */
export function levelsOf(column: Column): readonly string[] {
  const seen = new Set<string>();
  for (let row = 0; row < rowsOfColumn(column); row++) {
    const level = levelAt(column, row);
    if (level !== null) seen.add(level);
  }
  return [...seen].sort(isNumeric(column) ? (a, b) => Number(a) - Number(b) : levelOrder);
}

/** R calls the values of a logical column so. An empty text is missing, as in every sample sheet. */
function levelAt(column: Column, row: number): string | null {
  const text = isMissing(column, row) ? "" : cellString(column, row);
  if (text === "") return null;
  return column.type === "boolean" ? text.toUpperCase() : text;
}

function factorOf(column: Column, reference: string | undefined): MadeVariable {
  const sorted = levelsOf(column);
  if (reference !== undefined && !sorted.includes(reference)) {
    const near = nearestNames(reference, sorted);
    return { ok: false, error: { problem: "no-level", column: column.name, level: reference, near } };
  }
  const levels = reference === undefined ? sorted : [reference, ...sorted.filter((level) => level !== reference)];
  const placeOf = new Map(levels.map((level, at) => [level, at]));
  const codes = Int32Array.from({ length: rowsOfColumn(column) }, (_, row) => {
    const level = levelAt(column, row);
    return level === null ? -1 : (placeOf.get(level) ?? -1);
  });
  return { ok: true, value: { kind: "factor", levels, codes } };
}
