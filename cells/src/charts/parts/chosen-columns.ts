// The columns of numbers that a picture of several draws: those that its spec names (a matrix has features as well), or of a table
// all of them, of a matrix its most variable features.

import { featureIds } from "../../artifacts/assay.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { isNumeric } from "../../artifacts/table.ts";
import { z } from "zod";
import type { CellRef } from "../../base/refs.ts";
import type { Json } from "../../base/json.ts";
import type { NumberSeries, Prepared, Series } from "../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import { orRef } from "../../contract/spec-fields.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import { rowsOfMatrix } from "./matrix-rows.ts";
import { words } from "./words.ts";

export const columnsSchema = orRef(z.array(z.string())).nullable().default(null).meta({
  title: "Columns",
  description:
    "Of a table: columns of numbers; of a matrix: features or columns of its samples. By their names, or a parameter that holds them; empty = all of them, of a matrix the most variable features",
});

type Naming = ChartOptions & { readonly columns: readonly string[] | CellRef | null };

export interface ChosenColumns {
  readonly list: readonly NumberSeries[];
  readonly notes: readonly Sentence[];
}

/** The names that a setting holds, by itself or by a parameter; null: none are named. */
export function columnsNamed({ spec, valueOf }: Prepared<Naming>): readonly string[] | null {
  if (spec.chart.columns === null) return null;
  const value = valueOf(spec.chart.columns as Json | CellRef);
  if (typeof value === "string") return [value];
  if (Array.isArray(value) && value.every((item: Json) => typeof item === "string"))
    return [...new Set(value as readonly string[])];
  return words.fail("parameter-not-name", { field: "columns", value: JSON.stringify(value) }, { at: ["chart", "columns"] });
}

/** At least two are needed. `most`: of more the first are drawn, and that is said. */
export function chosenColumns(prepared: Prepared<Naming>, most: number): ChosenColumns {
  const { source } = prepared;
  const { assay } = source;
  if (source.rows === 0 || assay?.featureCount === 0) words.fail("no-rows", {}, { at: ["from"] });
  const named = columnsNamed(prepared);
  const ids = assay ? featureIds(assay) : [];
  const found =
    named ??
    (assay
      ? Array.from(mostVariable(assay.featureCount, most, rowsOfMatrix(assay)), (feature) => ids[feature] ?? "")
      : source.columns.filter((column) => isNumeric(column) && !identifies(column)).map(({ name }) => name));
  if (found.length < 2) words.fail("two-columns", { n: found.length }, { at: ["chart", "columns"], asks: true });
  const all = assay && !named ? assay.featureCount : found.length;
  return {
    list: found.slice(0, most).map((name, at) => numbersIn(source.series(name, ["chart", "columns", at], false))),
    notes: all > most ? [words.sentence(named || !assay ? "note-first-columns" : "note-variable", { n: all, most })] : [],
  };
}

function numbersIn(series: Series): NumberSeries {
  if (series.kind === "number") return series;
  const example = series.levels.find((level) => level !== "") ?? "";
  return words.fail(
    "not-numbers",
    { field: { key: words.key("field-columns"), params: {} }, column: series.name, example: example.slice(0, 40) },
    { at: ["chart", "columns"] },
  );
}
