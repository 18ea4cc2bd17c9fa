// What a chart draws from: named series over the rows of a table or over the samples of a matrix. A name is looked up
// among columns (of a matrix: its samples' columns) first, then among feature ids.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { asWritten } from "../../artifacts/as-written.ts";
import { featureIds, valueAt } from "../../artifacts/assay.ts";
import { plainText, plainTexts } from "../../artifacts/figure-text.ts";
import { featureIndex } from "../../artifacts/feature-index.ts";
import { namesOfRows } from "../../artifacts/semantics.ts";
import type { JsonPath } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import type { ChartSource, NumberSeries, Series } from "../../contract/chart-drawing.ts";
import { ownClusters } from "../../design/own-clusters.ts";
import { repeatedDonors } from "../../design/repeated-individuals.ts";
import { flaggedRows } from "./outlier-marks.ts";
import { words } from "./words.ts";

/** Axis units of a matrix's numbers. "" = not known. */
export const scaleUnit: { readonly [scale in Assay["scale"]]: string } = {
  counts: "counts",
  cpm: "CPM",
  tpm: "TPM",
  fpkm: "FPKM",
  "log2-cpm": "log₂ CPM",
  log2: "log₂",
  log10: "log₁₀",
  ln: "ln",
  "z-score": "z-score",
  dosage: "alternative alleles",
  unknown: "",
};

export const chartSource = (input: Table | Assay): ChartSource =>
  input.type === "table" ? tableSource(input) : assaySource(input);

function tableSource(table: Table): ChartSource {
  const named = namesOfRows(table.columns);
  return {
    what: "table",
    rows: table.rowCount,
    assay: null,
    columns: table.columns,
    idColumn: named?.name ?? null,
    flagged: (drawn) => flaggedRows(table.columns, table.rowCount, drawn),
    ownClusters: (names) => ownClusters(table.columns, names),
    repeated: (rows, taken) => repeatedDonors(table.columns, rows, taken)?.column ?? null,
    series: (name, at, fixable) => {
      const column = table.columns.find((candidate) => candidate.name === name);
      if (column) return seriesOfColumn(column, table.rowCount);
      const near = nearestNames(
        name,
        table.columns.map((candidate) => candidate.name),
      );
      return words.fail(
        near.length > 0 ? "column-missing-near" : "column-missing",
        { column: name, near, available: table.columns.slice(0, 12).map((candidate) => candidate.name) },
        fixFor(at, near[0], fixable),
      );
    },
  };
}

function assaySource(assay: Assay): ChartSource {
  return {
    what: "matrix",
    rows: assay.sampleCount,
    assay,
    columns: assay.samples.columns,
    idColumn: assay.samples.columns[0]?.name ?? null,
    flagged: (drawn) => flaggedRows(assay.samples.columns, assay.sampleCount, drawn),
    ownClusters: (names) => ownClusters(assay.samples.columns, names),
    repeated: (rows, taken) => repeatedDonors(assay.samples.columns.slice(1), rows, taken)?.column ?? null,
    series: (name, at, fixable) => {
      const column = assay.samples.columns.find((candidate) => candidate.name === name);
      if (column) return seriesOfColumn(column, assay.sampleCount);
      const feature = featureIndex(assay, name);
      if (feature >= 0) return seriesOfFeature(assay, feature, name);
      const ids = featureIds(assay);
      const near = nearestNames(name, [...assay.samples.columns.map((candidate) => candidate.name), ...ids]);
      return words.fail(
        near.length > 0 ? "feature-missing-near" : "feature-missing",
        {
          feature: name,
          noun: assay.featureNoun,
          near,
          available: assay.samples.columns.slice(0, 12).map((found) => found.name),
        },
        fixFor(at, near[0], fixable),
      );
    },
  };
}

const fixFor = (
  at: JsonPath,
  near: string | undefined,
  fixable: boolean,
): { at: JsonPath; fix?: { path: JsonPath; value: string } } =>
  near !== undefined && fixable ? { at, fix: { path: at, value: near } } : { at };

/** One feature over the samples: float64, as the numbers were written; NaN where missing. */
export function featureValues(assay: Assay, feature: number): Float64Array {
  const out = new Float64Array(assay.sampleCount);
  for (let s = 0; s < out.length; s++) out[s] = asWritten(valueAt(assay, feature, s));
  return out;
}

function seriesOfFeature(assay: Assay, feature: number, name: string): NumberSeries {
  const values = featureValues(assay, feature);
  return {
    kind: "number",
    name,
    unit: scaleUnit[assay.scale],
    semantic: assay.scale === "counts" ? "count" : "number",
    values,
    whole: isWhole(values),
  };
}

export function seriesOfColumn(column: Column, rows: number): Series {
  const base = { name: column.name, unit: column.unit ?? "", semantic: column.semantic ?? null };
  const { valid } = column;
  switch (column.type) {
    case "float64":
    case "int32": {
      const values = new Float64Array(column.values);
      for (let i = 0; i < rows; i++) if ((valid && !valid[i]) || !Number.isFinite(values[i])) values[i] = Number.NaN;
      return { kind: "number", ...base, values, whole: column.type === "int32" || isWhole(values) };
    }
    case "boolean": {
      return { kind: "text", ...base, codes: codesOf(column.values, valid), levels: ["false", "true"] };
    }
    case "text": {
      return { kind: "text", ...base, codes: codesOf(column.codes, valid), levels: column.dictionary };
    }
  }
}

function codesOf(values: ArrayLike<number>, valid: Uint8Array | null): Int32Array {
  const codes = new Int32Array(values);
  if (valid) for (let i = 0; i < codes.length; i++) if (!valid[i]) codes[i] = -1;
  return codes;
}

const isWhole = (values: Float64Array): boolean => values.every((value) => Number.isNaN(value) || Number.isInteger(value));

/** The texts of these rows as figures hold them, "" where one is missing. */
export function plainTextsOf(series: Series, rows: readonly number[]): string[] {
  if (series.kind === "number") return rows.map((row) => plainText(textOfSeries(series, row) ?? ""));
  const plain = plainTexts(series.levels);
  return rows.map((row) => plain[series.codes[row] as number] ?? "");
}

/** A number where text was asked for, as people write it. */
export const textOfSeries = (series: Series, row: number): string | null => {
  if (series.kind === "text") {
    const code = series.codes[row] as number;
    return code < 0 ? null : (series.levels[code] ?? "");
  }
  const value = series.values[row] as number;
  return Number.isNaN(value) ? null : String(value);
};
