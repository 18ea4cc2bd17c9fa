// From the rows of a file to a matrix: identifiers and numbers taken apart, samples on their side, the annotation of a
// sample sheet beside them. Decides nothing: matrix-or-table.ts and match-samples.ts do.

import { losesDigits } from "./float32-digits.ts";
import type { Assay, Column, Table, TextColumn } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { cellString, isMissing, takeRows, textColumn, textsOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { RowsContent } from "../../contract/format.ts";
import type { SampleMatch } from "./match-samples.ts";
import type { ShapeFacts } from "./matrix-or-table.ts";
import { words } from "./words.ts";

/** The rows of a file as identifiers, numbers and what is neither. */
export interface MatrixRows {
  readonly corner: string;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** ids.length x names.length, row-major. */
  readonly data: Float32Array;
  readonly isCounts: boolean;
  readonly rounded: number;
  /** Columns beside the numbers that hold text: they describe the rows. */
  readonly beside: readonly Column[];
  /** Column of the file, from 1, of one of the names, and row of one of the ids, both from 0. */
  columnOf(name: number): number;
  rowOf(id: number): number;
  /** What the file says of the names: a row for each. */
  readonly described: readonly Column[];
}

const isNumeric = (column: Column): boolean =>
  column.type === "float64" ||
  column.type === "int32" ||
  (column.type === "text" && column.valid !== null && !column.valid.includes(1));

const none: ReadonlySet<string> = new Set();

/** Facts that the rule needs, without copying a number. `apart`: names of columns that describe the rows. */
export function factsOf(file: RowsContent, corner: string, apart = none): Omit<ShapeFacts, "sheet"> {
  if (file.shape === "matrix") {
    const { ids } = file;
    const rows = ids.codes.length;
    const header = apart.size > 0 ? file.names.filter((name) => !apart.has(name)) : file.names;
    const whole = ids.texts.every((text) => /^-?(?:0|[1-9]\d*)$/.test(text));
    const others = ids.texts.every((text) => /^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(text)) && !whole;
    return {
      corner,
      firstColumn: whole ? "whole" : others ? "other" : "text",
      distinct: ids.texts.filter((text) => text !== "").length,
      missing: ids.texts.includes("") ? ids.codes.filter((code) => ids.texts[code] === "").length : 0,
      rows,
      others: header.length,
      numericOthers: header.length,
      isCounts: file.isCounts,
      names: { header, ids: ids.texts },
    };
  }
  const [first, ...beside] = file.table.columns;
  const others = beside.filter((column) => !apart.has(column.name));
  const rows = file.table.rowCount;
  const numeric = others.filter((column) => isNumeric(column));
  return {
    corner,
    firstColumn: first?.type === "text" ? "text" : first?.type === "int32" ? "whole" : "other",
    distinct: first ? distinctOf(first) : 0,
    missing: first?.valid ? rows - first.valid.reduce((sum, flag) => sum + flag, 0) : 0,
    rows,
    others: others.length,
    numericOthers: numeric.length,
    names: {
      header: numeric.map(({ name }) => name),
      ids: first?.type === "text" ? first.dictionary : first ? textsOf(first).slice(0, 1000) : [],
    },
    isCounts:
      others.length > 0 &&
      others.every((column) => column.type === "int32" && !column.valid && column.values.every((value) => value >= 0)),
  };
}

function distinctOf(column: Column): number {
  const seen = new Set<number>();
  const values = column.type === "text" ? column.codes : column.values;
  for (let row = 0; row < values.length; row++) if (!isMissing(column, row)) seen.add(values[row] as number);
  return seen.size;
}

export function matrixRows(file: RowsContent, apart = none): MatrixRows {
  const rowOf = (id: number): number => id;
  if (file.shape === "matrix") {
    const ids = Array.from(file.ids.codes, (code) => file.ids.texts[code] as string);
    const beside = file.declared?.rows ?? [];
    const columnOf = (name: number): number => name + 2 + beside.length;
    return { ...file, ids, beside, described: file.declared?.samples ?? [], columnOf, rowOf };
  }
  const [first, ...others] = file.table.columns;
  const rows = file.table.rowCount;
  const isValue = (column: Column): boolean => isNumeric(column) && !apart.has(column.name);
  const numeric = others.filter(isValue);
  const places = [...others.keys()].filter((at) => isValue(others[at] as Column));
  const width = numeric.length;
  const data = new Float32Array(rows * width);
  let isCounts = width > 0;
  let rounded = 0;
  numeric.forEach((column, at) => {
    if (column.type === "text") {
      for (let row = 0; row < rows; row++) data[row * width + at] = Number.NaN;
      isCounts = false;
      return;
    }
    const { values, valid } = column;
    if (column.type !== "int32" || valid) isCounts = false;
    for (let row = 0; row < rows; row++) {
      const value = values[row] as number;
      if (valid && valid[row] === 0) data[row * width + at] = Number.NaN;
      else {
        data[row * width + at] = value;
        if (value < 0) isCounts = false;
        if (losesDigits(value)) rounded++;
      }
    }
  });
  return {
    corner: first?.name ?? "",
    ids: first ? textsOf(first) : [],
    names: numeric.map((column) => column.name),
    data,
    isCounts,
    rounded,
    beside: others.filter((column) => !isValue(column)),
    described: [],
    columnOf: (name) => (places[name] as number) + 2,
    rowOf,
  };
}

export interface MatrixOptions {
  readonly samplesIn: "columns" | "rows";
  readonly match: SampleMatch | null;
  readonly sheet: Table | null;
  readonly duplicates: "fail" | "suffix";
  /** `names` as the file has them, where a repeated one may stand more than once. */
  readonly written: readonly string[];
  lineOf(row: number): number;
}

/** Fails with "duplicate-names" or "load.names-missing". The numbers are taken over when samples stand in columns and none is left out. */
export function matrixOfRows(rows: MatrixRows, options: MatrixOptions): Assay {
  const { samplesIn, match, sheet } = options;
  const inColumns = samplesIn === "columns";
  const noun = nounOf(rows, inColumns);
  const rowNames = uniqueIds(
    rows.ids,
    inColumns ? noun : "sample",
    options,
    (at) => options.lineOf(rows.rowOf(at)),
    "duplicate-names",
  );
  const columnNames = options.duplicates === "fail" ? options.written : rows.names;
  const headerNames = uniqueIds(
    columnNames,
    inColumns ? "sample" : noun,
    options,
    (at) => rows.columnOf(at),
    "duplicate-columns",
  );
  const samples = inColumns ? headerNames : rowNames;
  const kept = match && sheet ? keptSamples(match) : null;
  const width = rows.names.length;
  const featureCount = inColumns ? rows.ids.length : width;
  const sampleCount = kept ? kept.length : samples.length;
  let data = rows.data;
  if (!inColumns || kept) {
    data = new Float32Array(featureCount * sampleCount);
    for (let s = 0; s < sampleCount; s++) {
      const from = kept ? (kept[s] as number) : s;
      for (let f = 0; f < featureCount; f++) {
        data[f * sampleCount + s] = (inColumns ? rows.data[f * width + from] : rows.data[from * width + f]) as number;
      }
    }
  }
  const corner = rows.corner || (inColumns ? noun : "sample");
  const sampleNames = kept ? Array.from(kept, (at) => samples[at] as string) : samples;
  const besideFeatures = inColumns ? rows.beside : [];
  const besideSamples = inColumns ? rows.described : rows.beside;
  const features = withId(
    textColumn(
      inColumns ? corner : noun,
      inColumns ? rowNames : headerNames,
      noun === "gene" ? { semantic: "gene" } : { semantic: "identifier" },
    ),
    {
      type: "table",
      rowCount: featureCount,
      columns: besideFeatures,
    },
  );
  const annotation: Table =
    match && sheet
      ? annotationOf(match, sheet, kept, inColumns ? rows.described : [])
      : { type: "table", rowCount: sampleCount, columns: besideSamples };
  const idName = match ? match.column : inColumns ? "sample" : corner;
  const sampleTable = withId(textColumn(idName, sampleNames, { semantic: "sample" }), annotation);
  return assayOf({
    values: { layout: "dense", data },
    features,
    samples: sampleTable,
    scale: rows.isCounts ? "counts" : "unknown",
    featureNoun: noun,
  });
}

/** Samples that the sheet describes, in the matrix's order; null when it describes all. */
export function keptSamples(match: SampleMatch): Int32Array | null {
  if (match.onlyInMatrix.length === 0) return null;
  return Int32Array.from([...match.sheetRow.keys()].filter((at) => (match.sheetRow[at] as number) >= 0));
}

/** The sheet's columns, then what the file itself says under other names. */
export function annotationOf(match: SampleMatch, sheet: Table, kept: Int32Array | null, described: readonly Column[]): Table {
  const rows = kept ? Int32Array.from(kept, (at) => match.sheetRow[at] as number) : match.sheetRow;
  const chosen = takeRows(sheet, rows);
  const columns = chosen.columns.filter((column) => column.name !== match.column);
  const names = new Set([match.column, ...columns.map((column) => column.name)]);
  const own: Table = {
    type: "table",
    rowCount: match.sheetRow.length,
    columns: described.filter(({ name }) => !names.has(name)),
  };
  return { ...chosen, columns: [...columns, ...(kept ? takeRows(own, kept) : own).columns] };
}

export function withId(id: TextColumn, table: Table): Table {
  const columns = table.columns.map((column) => (column.name === id.name ? { ...column, name: `${column.name}_2` } : column));
  return { type: "table", rowCount: table.rowCount, columns: [id, ...columns] };
}

const ensembl = /^ENS[A-Z]{0,4}[GTP]\d{11}/;

function nounOf(rows: MatrixRows, inColumns: boolean): string {
  const corner = inColumns ? rows.corner.toLowerCase() : "";
  if (/gene|symbol|entrez|ensembl|hgnc/.test(corner)) return "gene";
  if (/probe/.test(corner)) return "probe";
  if (/protein|uniprot/.test(corner)) return "protein";
  const names = (inColumns ? rows.ids : rows.names).slice(0, 100);
  return names.length > 0 && names.every((name) => ensembl.test(name)) ? "gene" : "feature";
}

/** Names that are there once each. Repeated ones fail with where they stand, or get "_2", "_3". */
export function uniqueIds(
  names: readonly string[],
  noun: string,
  options: Pick<MatrixOptions, "duplicates">,
  placeOf: (at: number) => number,
  reason: "duplicate-names" | "duplicate-columns",
): readonly string[] {
  const places = new Map<string, number[]>();
  names.forEach((name, at) => {
    const found = places.get(name);
    if (found) found.push(at);
    else places.set(name, [at]);
  });
  const empty = places.get("");
  if (empty && options.duplicates === "fail") {
    const where = empty.slice(0, 3).map(placeOf);
    throw new FailureError(
      words.failure(
        "names-missing",
        { noun, count: empty.length, where: where.join(", ") },
        { fix: { path: ["duplicates"], value: "suffix" } },
      ),
    );
  }
  if (places.size === names.length && !empty) return names;
  if (options.duplicates === "fail") {
    const repeated = [...places].filter(([, at]) => at.length > 1);
    const shown = repeated.slice(0, 3).map(([name, at]) => `${name.slice(0, 200)} (${at.slice(0, 3).map(placeOf).join(", ")})`);
    throw new FailureError(
      words.failure(
        reason,
        { noun, count: repeated.length, names: shown.join(", ") },
        { at: ["duplicates"], fix: { path: ["duplicates"], value: "suffix" } },
      ),
    );
  }
  const taken = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    const base = name === "" ? noun : name;
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    if (times === 1 && name !== "") return name;
    let n = times;
    while (taken.has(`${base}_${n}`)) n++;
    taken.add(`${base}_${n}`);
    return `${base}_${n}`;
  });
}

/** First three ids of each side, for a sentence about samples that do not match. */
export const firstIds = (sheet: Table): string => {
  const column = sheet.columns[0];
  return column ? Array.from({ length: Math.min(3, sheet.rowCount) }, (_, row) => cellString(column, row)).join(", ") : "";
};
