// What is tested, however it came: columns of a table, or features of a matrix with the table of its samples.

import { isNumeric } from "../../artifacts/table.ts";
import type { Artifact, Column, Table } from "../../artifacts/artifact.ts";
import { featureIds, featureValues } from "../../artifacts/assay.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { columnOf, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { TestSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Source {
  /** A row a row of the table, or a sample. */
  readonly sheet: Table;
  /** What features are called; null: columns of a table are tested. */
  readonly noun: string | null;
  readonly isCounts: boolean;
  /** Name of the column of features in the answer. */
  readonly nameColumn: string;
  readonly names: readonly string[];
  /** Columns of the table, where it is one. */
  column(at: number): Column | null;
  /** A number a row of the sheet, NaN where there is none. */
  numbers(at: number): Float64Array;
}

export const numbersOf = (column: Column): Float64Array =>
  column.type === "text"
    ? new Float64Array(column.codes.length).fill(Number.NaN)
    : Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? Number.NaN : value));

export function readSource(artifact: Artifact, spec: TestSpec): Result<Source, Failure> {
  if (artifact.type === "assay") {
    if (artifact.withoutEffectsOf)
      return err(words.failure("batch-removed", { columns: [...artifact.withoutEffectsOf] }, { at: ["from"] }));
    const ids = featureIds(artifact);
    const chosen = placesOf(spec.values, ids);
    if (!chosen.ok) return err(noSuch(chosen.error, ids));
    return ok({
      sheet: artifact.samples,
      noun: artifact.featureNoun,
      isCounts: artifact.scale === "counts",
      nameColumn: artifact.features.columns[0]?.name ?? artifact.featureNoun,
      names: chosen.value.map((place) => ids[place] as string),
      column: () => null,
      numbers: (at) => new Float64Array(featureValues(artifact, chosen.value[at] as number)),
    });
  }
  if (artifact.type !== "table") return err(words.failure("no-data", {}, { at: ["from"] }));
  const columns =
    spec.values.length === 0
      ? artifact.columns.filter(
          (column) => isNumeric(column) && !identifies(column) && column.name !== spec.by && column.name !== spec.pairs,
        )
      : artifact.columns;
  const names = columns.map(({ name }) => name);
  const chosen = placesOf(spec.values, names);
  if (!chosen.ok) return err(noSuch(chosen.error, names));
  if (chosen.value.length === 0) return err(words.failure("no-numbers", {}, { at: ["values"] }));
  const of = (at: number): Column => columns[chosen.value[at] as number] as Column;
  return ok({
    sheet: artifact,
    noun: null,
    isCounts: false,
    nameColumn: "variable",
    names: chosen.value.map((place) => names[place] as string),
    column: of,
    numbers: (at) => numbersOf(of(at)),
  });
}

/** Where the names stand, or the first that does not. */
function placesOf(wanted: readonly string[], names: readonly string[]): Result<readonly number[], string> {
  if (wanted.length === 0) return ok([...names.keys()]);
  const places = new Map(names.map((name, at) => [name, at]));
  const missing = wanted.find((name) => !places.has(name));
  return missing === undefined ? ok([...new Set(wanted)].map((name) => places.get(name) as number)) : err(missing);
}

const noSuch = (name: string, names: readonly string[]): Failure =>
  words.failure("no-value", { name, near: nearestNames(name, names) }, { at: ["values"] });

/** A column of the sheet, or what is like it. */
export function sheetColumn(sheet: Table, name: string, field: "by" | "pairs"): Result<Column, Failure> {
  const column = columnOf(sheet, name);
  if (column) return ok(column);
  const names = sheet.columns.map((each) => each.name);
  return err(words.failure("no-column", { name, near: nearestNames(name, names) }, { at: [field] }));
}
