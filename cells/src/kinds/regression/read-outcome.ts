// The outcome of each row as numbers, and the rows that have one: a column of the table or of the samples, or a feature of a matrix.

import { isNumeric } from "../../artifacts/table.ts";
import type { Artifact, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds, featureValues } from "../../artifacts/assay.ts";
import { cellString, columnOf, isMissing, numberColumn, rowsOfColumn, takeRows } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { levelsOf } from "../../design/variables-of-sheet.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Outcome {
  readonly name: string;
  /** The rows that have an outcome. */
  readonly sheet: Table;
  /** Of each its place in the whole table. */
  readonly places: readonly number[];
  readonly values: Float64Array;
  /** The two answers, the one that is counted last; null: numbers. */
  readonly answers: readonly [other: string, counted: string] | null;
  /** Several others stand for the first answer. */
  readonly isAgainstOthers: boolean;
  /** Rows without an outcome. */
  readonly missing: number;
  readonly isFeature: boolean;
  readonly isMatrix: boolean;
  readonly isRawCounts: boolean;
}

/** `asAnswers`: the family that was chosen takes one of two, so numbers are answers. */
export function readOutcome(artifact: Artifact, spec: RegressionSpec, asAnswers: boolean | null): Result<Outcome, Failure> {
  if (artifact.type !== "table" && artifact.type !== "assay") return err(words.failure("no-data", {}, { at: ["from"] }));
  const sheet = artifact.type === "assay" ? artifact.samples : artifact;
  const found = columnOf(sheet, spec.outcome) ?? featureOf(artifact, spec.outcome);
  if (!found) return err(noOutcome(artifact, sheet, spec.outcome));
  const isFeature = columnOf(sheet, spec.outcome) === null;
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => row).filter((row) => hasValue(found, row));
  const missing = sheet.rowCount - rows.length;
  if (rows.length === 0) return err(words.failure("outcome-missing", { outcome: spec.outcome }, { at: ["outcome"] }));
  const kept = takeRows(sheet, rows);
  const base = {
    name: spec.outcome,
    sheet: kept,
    places: rows,
    missing,
    isFeature,
    isMatrix: artifact.type === "assay",
    isRawCounts: isFeature && artifact.type === "assay" && artifact.scale === "counts",
  };
  const levels = levelsOf(found).filter((level) => level !== "");
  const isText = !isNumeric(found);
  const takesAnswers = isText || spec.counted !== "" || (asAnswers ?? levels.length === 2);
  if (!takesAnswers) {
    const column = found as Extract<Column, { type: "float64" | "int32" }>;
    const values = Float64Array.from(rows, (row) => column.values[row] as number);
    if (!values.every(Number.isFinite)) return err(words.failure("infinite", { outcome: spec.outcome }, { at: ["outcome"] }));
    return ok({ ...base, values, answers: null, isAgainstOthers: false });
  }
  const counted = spec.counted === "" ? levels[1] : spec.counted;
  if (levels.length < 2) return err(words.failure("one-answer", { outcome: spec.outcome }, { at: ["outcome"] }));
  if (spec.counted !== "" && !levels.includes(spec.counted))
    return err(
      words.failure(
        "no-answer-of",
        { outcome: spec.outcome, counted: spec.counted, near: nearestNames(spec.counted, levels) },
        { at: ["counted"] },
      ),
    );
  if (levels.length > 2 && spec.counted === "")
    return err(
      words.failure(isText ? "texts" : "many-answers", { outcome: spec.outcome, n: levels.length }, { at: ["counted"] }),
    );
  const [other = ""] = levels.filter((level) => level !== counted);
  return ok({
    ...base,
    values: Float64Array.from(rows, (row) => Number(answerAt(found, row) === counted)),
    answers: [other, counted ?? ""],
    isAgainstOthers: levels.length > 2,
  });
}

/** As the levels of a design are written. */
export function answerAt(column: Column, row: number): string {
  const text = cellString(column, row);
  return column.type === "boolean" ? text.toUpperCase() : text;
}

const hasValue = (column: Column, row: number): boolean =>
  row < rowsOfColumn(column) && !isMissing(column, row) && cellString(column, row) !== "" && cellString(column, row) !== "NaN";

function featureOf(artifact: Artifact, name: string): Column | null {
  if (artifact.type !== "assay") return null;
  const at = featureIds(artifact).indexOf(name);
  if (at < 0) return null;
  const values = Array.from(featureValues(artifact, at), (value) => (Number.isNaN(value) ? null : value));
  return numberColumn(name, values);
}

function noOutcome(artifact: Artifact, sheet: Table, name: string): Failure {
  const names = [...sheet.columns.map((column) => column.name), ...(artifact.type === "assay" ? featureIds(artifact) : [])];
  const near = nearestNames(name, names);
  const [first] = near;
  if (first === undefined) return words.failure("no-outcome", { outcome: name }, { at: ["outcome"] });
  return words.failure("no-outcome-near", { outcome: name, near }, { at: ["outcome"], fix: { path: ["outcome"], value: first } });
}
