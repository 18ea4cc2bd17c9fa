// Rows, features, target and groups out of a table or a matrix (samples become rows, features become features).

import type { Assay, Column, Table } from "../artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "../artifacts/table.ts";
import type { Failure } from "../base/failure.ts";
import { err, ok, type Result } from "../base/result.ts";
import { nearestNames } from "../base/nearest-name.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { words } from "./words.ts";

export interface LearningData {
  readonly matrix: DesignMatrix;
  /** What a row is called: the sample id, or the row's number from 1. */
  readonly rowNames: readonly string[];
  /** Annotation of the rows that are kept, for groups and for output. */
  readonly annotation: Table;
  /** Row of the source behind each kept row. */
  readonly kept: Int32Array;
  /** Rows left out because a value is missing. */
  readonly dropped: number;
}

const isNumeric = (column: Column): column is Extract<Column, { type: "float64" | "int32" }> =>
  column.type === "float64" || column.type === "int32";

/** Annotation and, where the source is a table, all of it. */
export const annotationOf = (source: Table | Assay): Table => (source.type === "assay" ? source.samples : source);

export function missingColumn(table: Table, column: string, field: string): Failure {
  const available = table.columns.map((each) => each.name);
  const near = nearestNames(column, available, 1)[0] ?? null;
  return words.failure(
    near === null ? "column-missing" : "column-near",
    { column, available: available.slice(0, 12), near },
    { at: [field], ...(near === null ? {} : { fix: { path: [field], value: near } }) },
  );
}

/**
 * `features`: names, or null for every numeric column of a table that is not in `except`, and every feature of a matrix.
 * Rows with a missing or non-finite value are left out and counted.
 */
export function learningData(
  source: Table | Assay,
  options: { readonly features: readonly string[] | null; readonly except: readonly string[]; readonly needs: readonly Column[] },
): Result<LearningData, Failure> {
  const rows = source.type === "assay" ? source.sampleCount : source.rowCount;
  const chosen = source.type === "assay" ? featuresOfAssay(source, options.features) : featuresOfTable(source, options);
  if (!chosen.ok) return chosen;
  const { names, valueAt } = chosen.value;
  if (rows === 0) return err(words.failure("no-rows"));
  if (names.length === 0) return err(words.failure("no-features"));
  const values = new Float64Array(rows * names.length);
  const kept: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    let complete = options.needs.every((column) => !column.valid || column.valid[row]);
    const at = kept.length * names.length;
    for (let f = 0; complete && f < names.length; f += 1) {
      const value = Math.fround(valueAt(row, f));
      if (Number.isFinite(value)) values[at + f] = value;
      else complete = false;
    }
    if (complete) kept.push(row);
  }
  if (kept.length === 0) return err(words.failure("no-complete-rows", { rows }));
  const annotation = annotationOf(source);
  const idColumn =
    source.type === "assay"
      ? annotation.columns[0]
      : annotation.columns.find((column) => column.type === "text" && column.semantic === "sample");
  return ok({
    matrix: { rows: kept.length, features: names, values: values.subarray(0, kept.length * names.length) },
    rowNames: kept.map((row) => (idColumn && !isMissing(idColumn, row) ? cellString(idColumn, row) : String(row + 1))),
    annotation,
    kept: Int32Array.from(kept),
    dropped: rows - kept.length,
  });
}

interface Chosen {
  readonly names: readonly string[];
  readonly valueAt: (row: number, feature: number) => number;
}

function featuresOfTable(
  table: Table,
  options: { readonly features: readonly string[] | null; readonly except: readonly string[] },
): Result<Chosen, Failure> {
  const columns: Extract<Column, { type: "float64" | "int32" }>[] = [];
  if (options.features === null) {
    for (const column of table.columns)
      if (isNumeric(column) && column.semantic !== "identifier" && !options.except.includes(column.name)) columns.push(column);
  } else {
    for (const name of options.features) {
      const column = columnOf(table, name);
      if (!column) return err(missingColumn(table, name, "features"));
      if (!isNumeric(column)) {
        const isEmpty = Array.from({ length: table.rowCount }, (_, row) => row).every((row) => isMissing(column, row));
        return err(words.failure(isEmpty ? "feature-empty" : "feature-not-numeric", { column: name }, { at: ["features"] }));
      }
      columns.push(column);
    }
  }
  return ok({
    names: columns.map((column) => column.name),
    valueAt: (row, f) => {
      const column = columns[f] as Extract<Column, { type: "float64" | "int32" }>;
      return column.valid && !column.valid[row] ? Number.NaN : (column.values[row] as number);
    },
  });
}

function featuresOfAssay(assay: Assay, wanted: readonly string[] | null): Result<Chosen, Failure> {
  const ids = assay.features.columns[0];
  const all = Array.from({ length: assay.featureCount }, (_, f) => (ids ? cellString(ids, f) : String(f + 1)));
  let index = Array.from(all.keys());
  if (wanted !== null) {
    const at = new Map(all.map((name, f) => [name, f]));
    const missing = wanted.find((name) => !at.has(name));
    if (missing !== undefined) {
      const near = nearestNames(missing, all, 1)[0] ?? null;
      return err(
        words.failure(
          near === null ? "feature-missing" : "feature-near",
          { feature: missing, noun: assay.featureNoun, near },
          { at: ["features"] },
        ),
      );
    }
    index = wanted.map((name) => at.get(name) as number);
  }
  const { values } = assay;
  if (values.layout === "dense") {
    return ok({
      names: index.map((f) => all[f] as string),
      valueAt: (row, f) => values.data[(index[f] as number) * assay.sampleCount + row] as number,
    });
  }
  const dense = new Map<number, Float32Array>();
  const sampleOf = (row: number): Float32Array => {
    let column = dense.get(row);
    if (!column) {
      dense.clear();
      column = new Float32Array(assay.featureCount);
      for (let p = values.offsets[row] as number; p < (values.offsets[row + 1] as number); p += 1)
        column[values.featureIndex[p] as number] = values.data[p] as number;
      dense.set(row, column);
    }
    return column;
  };
  return ok({ names: index.map((f) => all[f] as string), valueAt: (row, f) => sampleOf(row)[index[f] as number] as number });
}
