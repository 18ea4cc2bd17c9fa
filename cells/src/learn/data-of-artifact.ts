// Rows, features, target and groups out of a table or a matrix (samples become rows, features become features).

import type { Assay, Column, Table } from "../artifacts/artifact.ts";
import { ofByte } from "../artifacts/assay.ts";
import { meaningOf } from "../artifacts/semantics.ts";
import { cellString, columnOf, isMissing } from "../artifacts/table.ts";
import { wordsInTheWay } from "../artifacts/texts-like-numbers.ts";
import type { Failure } from "../base/failure.ts";
import { err, ok, type Result } from "../base/result.ts";
import { nearestNames } from "../base/nearest-name.ts";
import type { DesignMatrix } from "../contract/design-matrix.ts";
import { words } from "./words.ts";

export interface LearningData {
  readonly matrix: DesignMatrix;
  /** What each row of the source is called: the sample id, or the row's number from 1. */
  readonly rowNames: readonly string[];
  /** Annotation of the rows that are kept, for groups and for output. */
  readonly annotation: Table;
  /** Row of the source behind each kept row. */
  readonly kept: Int32Array;
  readonly leftOut: LeftOut;
  /** Features of a matrix that are not offered, since a value is missing in them and enough others are complete. */
  readonly incomplete: readonly string[];
  /** Columns of a table that are not taken where no features are named, since they hold no numbers or are identifiers. */
  readonly passedOver: readonly PassedOver[];
}

export interface PassedOver {
  readonly column: string;
  /** A few words alone make it text. */
  readonly isNearlyNumbers: boolean;
}

/** Rows that are left out because a value is missing, or is infinite. */
export interface LeftOut {
  readonly names: readonly string[];
  /** In which columns or features, and in how many of these rows; the most frequent first. */
  readonly columns: readonly { readonly name: string; readonly rows: number }[];
}

/** Squares of larger numbers, and their sums, have no place in a double. */
const largestValue = 1e150;

const isNumeric = (column: Column): column is Extract<Column, { type: "float64" | "int32" }> =>
  column.type === "float64" || column.type === "int32";

/** Taken for a feature where none are named. */
const isFeature = (column: Column): column is Extract<Column, { type: "float64" | "int32" }> =>
  isNumeric(column) && meaningOf(column.semantic).names === undefined;

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

export interface LearningOptions {
  /** Names, or null for every numeric column of a table that is not in `except`, and every feature of a matrix. */
  readonly features: readonly string[] | null;
  readonly except: readonly string[];
  /** Columns that must not be missing in a row either. */
  readonly needs: readonly Column[];
  /** So many features of a matrix will be chosen of it; 0: all are used. */
  readonly selects: number;
  /** What each row is called, where it is no row of the data that are shown. Absent: as `rowNamesOf` has it. */
  readonly names?: readonly string[];
}

/** The sample id, or that of the individual, or the row's number from 1. */
export function rowNamesOf(source: Table | Assay): readonly string[] {
  const annotation = annotationOf(source);
  const idColumn =
    source.type === "assay"
      ? annotation.columns[0]
      : annotation.columns.find((column) => column.type === "text" && meaningOf(column.semantic).names === "individuals");
  return Array.from({ length: source.type === "assay" ? source.sampleCount : source.rowCount }, (_, row) =>
    idColumn && !isMissing(idColumn, row) ? cellString(idColumn, row) : String(row + 1),
  );
}

/** Rows with a missing or infinite value are left out and told. */
export function learningData(source: Table | Assay, options: LearningOptions): Result<LearningData, Failure> {
  const rows = source.type === "assay" ? source.sampleCount : source.rowCount;
  const offered = source.type === "assay" ? featuresOfAssay(source, options.features) : featuresOfTable(source, options);
  if (!offered.ok) return offered;
  if (rows === 0) return err(words.failure("no-rows"));
  if (offered.value.names.length === 0) return err(words.failure("no-features"));
  const { names, valueAt, incomplete } = completeOnes(offered.value, rows, options.selects);
  const values = new Float64Array(rows * names.length);
  const kept: number[] = [];
  const missing: number[] = [];
  const missed = new Map<string, number>();
  const miss = (name: string): void => void missed.set(name, (missed.get(name) ?? 0) + 1);
  for (let row = 0; row < rows; row += 1) {
    let complete = true;
    for (const column of options.needs) {
      if (!isMissing(column, row)) continue;
      complete = false;
      miss(column.name);
    }
    const at = kept.length * names.length;
    for (let f = 0; f < names.length; f += 1) {
      const value = valueAt(row, f);
      if (Number.isFinite(value)) {
        if (Math.abs(value) > largestValue)
          return err(words.failure("feature-huge", { column: names[f] as string, value: String(value) }, { at: ["features"] }));
        values[at + f] = value;
      } else {
        complete = false;
        miss(names[f] as string);
      }
    }
    (complete ? kept : missing).push(row);
  }
  if (kept.length === 0) return err(words.failure("no-complete-rows", { rows }));
  const annotation = annotationOf(source);
  const rowNames = options.names ?? rowNamesOf(source);
  return ok({
    matrix: { rows: kept.length, features: names, values: values.subarray(0, kept.length * names.length) },
    rowNames,
    annotation,
    kept: Int32Array.from(kept),
    leftOut: {
      names: missing.map((row) => rowNames[row] ?? ""),
      columns: [...missed].map(([name, count]) => ({ name, rows: count })).sort((a, b) => b.rows - a.rows),
    },
    incomplete,
    passedOver: source.type === "table" && options.features === null ? passedOver(source, options.except) : [],
  });
}

const passedOver = (table: Table, except: readonly string[]): readonly PassedOver[] =>
  table.columns
    .filter(
      (column) =>
        !isFeature(column) && !except.includes(column.name) && column.semantic !== "split" && column.semantic !== "made",
    )
    .map((column) => ({
      column: column.name,
      isNearlyNumbers: column.type === "text" && wordsInTheWay(column.name, column.dictionary) !== null,
    }));

/** Where `selects` of a matrix's features are chosen and so many are complete, the others are not offered: a value that is
 * missing in a gene that nobody uses costs no sample. */
function completeOnes(
  { names, valueAt }: Chosen,
  rows: number,
  selects: number,
): Chosen & { readonly incomplete: readonly string[] } {
  const whole = new Uint8Array(names.length).fill(1);
  if (selects > 0 && selects < names.length)
    for (let row = 0; row < rows; row += 1)
      for (let f = 0; f < names.length; f += 1) if (!Number.isFinite(valueAt(row, f))) whole[f] = 0;
  const complete = [...whole.keys()].filter((f) => whole[f] === 1);
  if (complete.length === names.length || complete.length < selects) return { names, valueAt, incomplete: [] };
  return {
    names: complete.map((f) => names[f] as string),
    valueAt: (row, f) => valueAt(row, complete[f] as number),
    incomplete: names.filter((_, f) => whole[f] === 0),
  };
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
    for (const column of table.columns) if (isFeature(column) && !options.except.includes(column.name)) columns.push(column);
  } else {
    for (const name of options.features) {
      const column = columnOf(table, name);
      if (!column) return err(missingColumn(table, name, "features"));
      if (!isNumeric(column)) {
        const isEmpty = Array.from({ length: table.rowCount }, (_, row) => row).every((row) => isMissing(column, row));
        const odd = column.type === "text" ? wordsInTheWay(name, column.dictionary) : null;
        if (odd && !isEmpty) return err(words.failure("feature-but-words", odd, { at: ["features"] }));
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
  if (values.layout === "bytes") {
    return ok({
      names: index.map((f) => all[f] as string),
      valueAt: (row, f) => ofByte(values.data[(index[f] as number) * assay.sampleCount + row] as number),
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
