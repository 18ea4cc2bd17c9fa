// A profile of a study as a matrix: columns that are called as samples are numbers, the others describe the features. A limit
// (">8") is no number, and missing.

import type { Assay, Column, Table } from "../../../artifacts/artifact.ts";
import { assayOf } from "../../../artifacts/assay.ts";
import { cellString, isMissing, textsOf } from "../../../artifacts/table.ts";
import { distinctNames } from "../../../base/distinct-names.ts";
import { type Clinical, rowsOfSamples } from "./clinical.ts";
import type { Meta } from "./meta.ts";

export interface Profile {
  readonly assay: Assay;
  /** Samples of it that the clinical table does not have. */
  readonly unknown: readonly string[];
  readonly limits: { readonly count: number; readonly value: string; readonly features: readonly string[] };
  /** A feature that stands in several rows, and the second of these. */
  readonly twice: { readonly feature: string; readonly row: number } | null;
}

/** TCGA's barcodes name samples where no clinical table does. */
const isBarcode = (name: string): boolean => /^TCGA-\w{2}-\w{4}-\d{2}/.test(name);
const describing =
  /^(?:hugo_symbol|entrez_gene_id|entity_stable_id|geneset_id|composite\.element\.ref|locus id|locus_id|cytoband|chromosome|start|end|name|description|url)$/i;

/** Null: no column is a sample. */
export function profileOf(table: Table, meta: Meta, clinical: Clinical | null): Profile | null {
  const [id] = clinical?.table.columns ?? [];
  const known = new Set(id ? textsOf(id) : []);
  const isSample = ({ name, type }: Column): boolean =>
    known.has(name) || isBarcode(name) || (type !== "text" && !describing.test(name));
  const columns = table.columns.filter(isSample);
  if (columns.length === 0) return null;
  const beside = table.columns.filter((column) => !columns.includes(column));
  const [first] = beside;
  const raw = first ? textsOf(first) : Array.from({ length: table.rowCount }, (_, row) => String(row + 1));
  const entrez = beside.find(({ name }) => /^entrez_gene_id$/i.test(name));
  // A gene without a symbol is called by its number at Entrez.
  const names = raw.map((name, row) => name || (entrez ? cellString(entrez, row) : "") || String(row + 1));
  const ids = distinctNames(names);
  const second = names.findIndex((name, row) => names.indexOf(name) < row);
  const feature: Column = {
    name: first?.name ?? "feature",
    type: "text",
    semantic: /hugo|gene/i.test(first?.name ?? "") && !/geneset/i.test(first?.name ?? "") ? "gene" : "identifier",
    valid: null,
    codes: Int32Array.from(ids, (_, row) => row),
    dictionary: ids,
  };
  const { data, limits } = numbersOf(columns, table.rowCount, ids);
  const { samples, unknown } = clinical
    ? rowsOfSamples(
        clinical,
        columns.map(({ name }) => name),
      )
    : { samples: namesAlone(columns.map(({ name }) => name)), unknown: [] };
  return {
    assay: assayOf({
      values: { layout: "dense", data },
      features: { type: "table", rowCount: table.rowCount, columns: [feature, ...beside.slice(1)] },
      samples,
      scale: meta.datatype === "Z-SCORE" ? "z-score" : meta.datatype === "LOG2-VALUE" ? "log2" : "unknown",
      featureNoun: feature.semantic === "gene" ? "gene" : "feature",
    }),
    unknown,
    limits,
    twice: second < 0 ? null : { feature: names[second] ?? "", row: second },
  };
}

const namesAlone = (names: readonly string[]): Table => ({
  type: "table",
  rowCount: names.length,
  columns: [
    {
      name: "SAMPLE_ID",
      type: "text",
      semantic: "sample",
      valid: null,
      codes: Int32Array.from(names, (_, at) => at),
      dictionary: names,
    },
  ],
});

function numbersOf(columns: readonly Column[], rows: number, ids: readonly string[]) {
  const data = new Float32Array(rows * columns.length);
  let count = 0;
  let value = "";
  const features = new Set<string>();
  columns.forEach((column, at) => {
    for (let row = 0; row < rows; row++) {
      let number = Number.NaN;
      if (!isMissing(column, row)) {
        if (column.type !== "text") number = column.values[row] as number;
        else {
          const text = column.dictionary[column.codes[row] as number] ?? "";
          number = /^(?:|NA|NaN|null)$/i.test(text.trim()) ? Number.NaN : Number(text);
          if (Number.isNaN(number) && !/^(?:|NA|NaN|null)$/i.test(text.trim())) {
            count++;
            value ||= text;
            if (features.size < 5) features.add(ids[row] ?? "");
          }
        }
      }
      data[row * columns.length + at] = number;
    }
  });
  return { data, limits: { count, value, features: [...features] } };
}
