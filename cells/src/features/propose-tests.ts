// Promises for a recipe, as a table keeps them now: what "Save as recipe" begins with, and people change. What is proposed is what is
// seen, no rounder: a wider range is somebody's decision.

import type { BooleanColumn, Column, Table, TextColumn } from "../artifacts/artifact.ts";
import { identifies } from "../artifacts/semantics.ts";
import { cellString, isMissing } from "../artifacts/table.ts";
import type { Json } from "../base/json.ts";
import type { FittedChain } from "../contract/fitted-chain.ts";
import type { RecipeTest } from "../contract/recipe-file.ts";

/** Of the form of a recipe. */
const mostTests = 1000;
/** More values than these are no categories. */
const mostLevels = 20;
const longestLevel = 200;
/** Where some are missing, so many more may be. */
const slack = 0.05;

/**
 * Of a matrix `table` is its sample sheet. Of columns that rows which come later do not have, or need not, nothing is promised.
 * `leftOut`: promises beyond those that a recipe holds, of the last columns.
 */
export function proposeTests(
  table: Table,
  steps: FittedChain["steps"] = [],
): { readonly tests: readonly RecipeTest[]; readonly leftOut: number } {
  const ofTraining = askedOfTraining(steps);
  const all = table.columns
    .filter(({ name }) => name !== "" && name.length <= 200)
    .filter((column) => column.semantic !== "split" && (identifies(column) || !ofTraining.has(column.name)))
    .flatMap((column) => [...ofValues(column, table.rowCount), ...ofMissing(column, table.rowCount)]);
  return { tests: all.slice(0, mostTests), leftOut: Math.max(0, all.length - mostTests) };
}

/** What is named by steps that are of the rows learned from alone (an outcome, by which they are split), and by no other. */
function askedOfTraining(steps: FittedChain["steps"]): ReadonlySet<string> {
  const [training, others] = [true, false].map(
    (is) => new Set(steps.filter(({ freezes }) => (freezes === "training") === is).flatMap(({ options }) => textsIn(options))),
  );
  return new Set([...(training ?? [])].filter((name) => !others?.has(name)));
}

const textsIn = (value: Json): readonly string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];

function ofMissing(column: Column, rows: number): readonly RecipeTest[] {
  if (rows === 0) return [];
  let n = 0;
  for (let row = 0; row < rows; row++) if (isMissing(column, row)) n++;
  const most = n === 0 ? 0 : Math.min(1, Math.ceil((n / rows + slack) * 100) / 100);
  return [{ rule: "missing", column: column.name, most }];
}

function ofValues(column: Column, rows: number): readonly RecipeTest[] {
  if (identifies(column)) return isUnique(column, rows) ? [{ rule: "unique", column: column.name }] : [];
  if (column.type === "text" || column.type === "boolean") return ofLevels(column, rows);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    const value = column.values[row] as number;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!Number.isFinite(least) && !Number.isFinite(most)) return [];
  // An infinity is no bound.
  const bound = (value: number): number | null => (Number.isFinite(value) ? value + 0 : null);
  return [{ rule: "range", column: column.name, least: bound(least), most: bound(most) }];
}

/** Of one value nothing can be told. */
function isUnique(column: Column, rows: number): boolean {
  const seen = new Set<string>();
  let n = 0;
  for (let row = 0; row < rows; row++) {
    if (isMissing(column, row)) continue;
    n++;
    seen.add(cellString(column, row));
  }
  return n > 1 && seen.size === n;
}

/** Values that come again: each twice on average. */
function ofLevels(column: TextColumn | BooleanColumn, rows: number): readonly RecipeTest[] {
  const levels = new Set<string>();
  let n = 0;
  for (let row = 0; row < rows && levels.size <= mostLevels; row++) {
    if (isMissing(column, row)) continue;
    n++;
    levels.add(cellString(column, row));
  }
  const areLevels = levels.size > 0 && levels.size <= mostLevels && n >= 2 * levels.size;
  if (!areLevels || [...levels].some((level) => level.length > longestLevel)) return [];
  return [{ rule: "levels", column: column.name, levels: [...levels].sort() }];
}
