// Rows that lie in a selection, by the columns that stood on the axes of the picture, or by their names. Missing numbers lie nowhere.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { asWritten } from "../../artifacts/as-written.ts";
import { featureValues } from "../../artifacts/assay.ts";
import { featureIndex } from "../../artifacts/feature-index.ts";
import {
  type Area,
  areasOf,
  asksNames,
  type AxisLetter,
  axesAsked,
  hasMoments,
  isEmpty,
  longestName,
  mostAreas,
  mostCorners,
  mostNames,
  type Selection,
  selectionIn,
  withinArea,
} from "../../artifacts/selection.ts";
import { namesOfRows } from "../../artifacts/semantics.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { rowsThatStay, samplesThatStay } from "../parts/rows-that-stay.ts";
import { isNumeric, needColumn, refuse, refuseText } from "../parts/step-scope.ts";
import type { selected } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof selected>;

export const apply: Apply<typeof selected> = {
  table: (step, table, scope) => rowsThatStay(table, rowsSelected(step, table, null, scope), scope),
  assay: (step, assay, scope) => samplesThatStay(assay, rowsSelected(step, assay.samples, assay, scope), scope),
};

function rowsSelected(step: Options, table: Table, assay: Assay | null, scope: StepScope): Int32Array {
  const areas = areasOf(needSelection(step, scope));
  const told = new Said(scope);
  const isIn = areas.map((area) => {
    const isInPart = area.part === undefined ? null : partIs(area.part, step, table, scope);
    const isWithin = asksNames(area) ? named(step, table, area.names, scope) : lying(step, table, assay, area, scope, told);
    return (row: number): boolean => (isInPart === null || isInPart(row)) && isWithin(row);
  });
  const wanted = step.action === "keep";
  const kept: number[] = [];
  let within = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const is = isIn.some((isSelected) => isSelected(row));
    if (is) within++;
    if (is === wanted) kept.push(row);
  }
  if (within === 0 && table.rowCount > 0) scope.say(words.sentence("none-within", { step: scope.index + 1 }));
  return Int32Array.from(kept);
}

/** What is said of rows is said once, of however many areas. */
class Said {
  private readonly seen = new Set<string>();
  constructor(private readonly scope: StepScope) {}
  say(sentence: Parameters<StepScope["say"]>[0]): void {
    const key = JSON.stringify(sentence);
    if (!this.seen.has(key)) this.scope.say(sentence);
    this.seen.add(key);
  }
}

/** Whether a row is of that part of the picture. */
function partIs(part: string | null, step: Options, table: Table, scope: StepScope): (row: number) => boolean {
  const called = scope.valueOf(step.parts as Json);
  if (typeof called !== "string" || called === "")
    return refuse(scope, words, "no-parts", { part: part ?? "–" }, ["parts"], { asks: true });
  const column = needColumn(scope, table, called, ["parts"]);
  return (row) => {
    const value = cellJson(column, row);
    return value === null || value === "" ? part === null : String(value) === part;
  };
}

function needSelection(step: Options, scope: StepScope): Selection {
  const value = step.selection === null ? null : scope.valueOf(step.selection as Json);
  if (value === null) return refuse(scope, words, "nothing-selected", {}, ["selection"], { asks: true });
  const found = selectionIn(value);
  if (!found) return refuse(scope, words, "no-selection", { mostCorners, mostNames, longestName, mostAreas }, ["selection"]);
  if (isEmpty(found)) return refuse(scope, words, "nothing-selected", {}, ["selection"], { asks: true });
  return found;
}

function lying(
  step: Options,
  table: Table,
  assay: Assay | null,
  selection: Exclude<Area, { readonly names: readonly string[] }>,
  scope: StepScope,
  told: Said,
): (row: number) => boolean {
  if (hasMoments(selection)) return refuse(scope, words, "moments", {}, ["selection"]);
  const asked = axesAsked(selection);
  const along = (axis: AxisLetter): Float64Array | null =>
    asked.includes(axis) ? numbersAlong(step[axis] as Json, axis, table, assay, scope) : null;
  const [x, y] = [along("x"), along("y")];
  const isWithin = withinArea(selection);
  let missing = 0;
  for (let row = 0; row < table.rowCount; row++) if ((x && Number.isNaN(x[row])) || (y && Number.isNaN(y[row]))) missing++;
  if (missing > 0) told.say(words.sentence("without-place", { step: scope.index + 1, n: missing }));
  // An axis that is not asked lies within whatever it is.
  return (row) => {
    const [atX, atY] = [x?.[row] ?? 0, y?.[row] ?? 0];
    return !Number.isNaN(atX) && !Number.isNaN(atY) && isWithin(atX, atY);
  };
}

/** NaN = missing, or infinite, which no picture shows. */
function numbersAlong(name: Json, axis: AxisLetter, table: Table, assay: Assay | null, scope: StepScope): Float64Array {
  const called = scope.valueOf(name);
  const text = typeof called === "string" ? called : "";
  const feature = assay && text !== "" && !columnOf(table, text) ? featureIndex(assay, text) : -1;
  if (assay && feature >= 0) return Float64Array.from(featureValues(assay, feature), (value) => finite(asWritten(value)));
  const column = needColumn(scope, table, text, [axis]);
  if (!isNumeric(column)) return notNumbers(column, axis, scope);
  const { values, valid } = column as Extract<Column, { readonly type: "float64" | "int32" }>;
  return Float64Array.from(values, (value, row) => (valid && valid[row] === 0 ? Number.NaN : finite(value)));
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

function notNumbers(column: Column, axis: AxisLetter, scope: StepScope): never {
  if (column.type === "text") return refuseText(scope, column, { key: words.key("take"), params: {} }, [axis]);
  return refuse(scope, words, "axis-not-numbers", { column: column.name }, [axis]);
}

function named(step: Options, table: Table, names: readonly string[], scope: StepScope): (row: number) => boolean {
  const column =
    step.names === "" ? (namesOfRows(table.columns) ?? table.columns[0]) : needColumn(scope, table, step.names, ["names"]);
  if (!column) return () => false;
  const wanted = new Set(names);
  const there = new Set<string>();
  const rows = new Uint8Array(table.rowCount);
  for (let row = 0; row < rows.length; row++) {
    const value = cellJson(column, row);
    if (value === null) continue;
    const name = String(value);
    there.add(name);
    if (wanted.has(name)) rows[row] = 1;
  }
  const n = names.filter((name) => !there.has(name)).length;
  if (n > 0) scope.say(words.sentence("names-absent", { step: scope.index + 1, n, of: names.length, column: column.name }));
  return (row) => rows[row] === 1;
}
