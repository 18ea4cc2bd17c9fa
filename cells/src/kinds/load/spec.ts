// What a load cell says: a file and how to read it. Left alone, it finds out by itself what the file holds.

import { z } from "zod";
import { message } from "../../messages/catalogue.ts";
import type { CellRef, FileRef } from "../../base/refs.ts";
import { toCellName } from "../../notebook/cell-name.ts";
import type { Kind } from "../../contract/kind.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";

export interface LoadSpec {
  readonly file: FileRef | null;
  /** "auto" decides by the rule of formats/matrix-or-table.ts. */
  readonly read: "auto" | "table" | "matrix";
  /** One character; null = found in the file. */
  readonly delimiter: string | null;
  /** Whether the first row names the columns; null = found in the file. */
  readonly header: boolean | null;
  /** Of a workbook; null = the first. */
  readonly sheet: string | null;
  /** A table with one row per sample: becomes the annotation of the matrix. */
  readonly samples: CellRef | null;
  readonly samplesIn: "auto" | "columns" | "rows";
  /** Rows that are too short: refused, or filled with missing cells. */
  readonly ragged: "fail" | "fill";
  /** Names of features or samples that are there twice: refused, or numbered. */
  readonly duplicates: "fail" | "suffix";
}

const schema = z.strictObject({
  file: fileRef()
    .nullable()
    .default(null)
    .meta({ title: "File", description: "CSV, TSV or other delimited text (also gzip), Excel, Parquet or JSON lines" }),
  read: z.enum(["auto", "table", "matrix"]).default("auto").meta({
    title: "Read as",
    description: "auto: a matrix when the first column identifies rows and the rest are numbers of samples",
  }),
  delimiter: z
    .string()
    .length(1)
    .nullable()
    .default(null)
    .meta({ title: "Delimiter", description: "The character between fields; empty = found in the file" }),
  header: z
    .boolean()
    .nullable()
    .default(null)
    .meta({ title: "First row names the columns", description: "Empty = found in the file" }),
  sheet: z.string().nullable().default(null).meta({ title: "Sheet", description: "Of an Excel file; empty = the first" }),
  samples: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Sample sheet", description: "A table with one row per sample; it annotates the samples of the matrix" }),
  samplesIn: z
    .enum(["auto", "columns", "rows"])
    .default("auto")
    .meta({ title: "Samples are in", description: "Columns or rows of the file; auto: the side that matches the sample sheet" }),
  ragged: z
    .enum(["fail", "fill"])
    .default("fail")
    .meta({ title: "Rows that are too short", description: "fail: refuse the file; fill: missing cells at their end" }),
  duplicates: z
    .enum(["fail", "suffix"])
    .default("fail")
    .meta({ title: "Names that are there twice", description: "Of a matrix. fail: refuse the file; suffix: add _2, _3" }),
}) as unknown as z.ZodType<LoadSpec>;

/** The file's name without folders and endings: "counts.csv.gz" -> "counts". */
export const stemOf = (name: string): string =>
  (name.split(/[\\/]/).pop() ?? name).replace(/\.(?:gz|bgz)$/i, "").replace(/\.[A-Za-z0-9]{1,8}$/, "");

/** A million rows of 12 columns take 1.3 times their text; where few texts repeat it is a code of four bytes each. */
const decoded = 0.4;
/** Text is seldom packed to more than a third. */
const unpacked = 3;

export const load: Kind<LoadSpec> = {
  ...card,
  title: "Load a file",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: {
    file: null,
    read: "auto",
    delimiter: null,
    header: null,
    sheet: null,
    samples: null,
    samplesIn: "auto",
    ragged: "fail",
    duplicates: "fail",
  },
  needs: ({ file }) =>
    file === null ? {} : { memory: Math.round(file.size * (/\.(?:gz|bgz)$/i.test(file.name) ? unpacked : 1) * decoded) },
  missing: (spec) => (spec.file === null ? "file" : null),
  discloses,
  words: (spec, context) => {
    if (!spec.file) return message("load.words-empty", {}, context.locale);
    const params = { file: spec.file.name, samples: spec.samples ? context.nameOf(spec.samples) : "" };
    const how = spec.read === "auto" ? "" : `-${spec.read}`;
    return message(`load.words${how}${spec.samples ? "-samples" : ""}`, params, context.locale);
  },
  suggestName: (spec) => (spec.file ? toCellName(stemOf(spec.file.name)) || "data" : "data"),
};
