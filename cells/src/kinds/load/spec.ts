// Loads a file: from a data set on a server, or from beside the notebook.

import { z } from "zod";
import { packedEnding } from "../../base/compressions.ts";
import { withWords } from "../../formats/parts/delimited/missing-words.ts";
import { categories, semanticNames } from "../../artifacts/semantics.ts";
import { isArchiveName } from "../../base/archive-name.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { JsonObject } from "../../base/json.ts";
import { type Carried, closed, together } from "../../contract/carried.ts";
import { toCellName } from "../../notebook/cell-name.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { defineKind } from "../../contract/define-kind.ts";
import type { Format } from "../../contract/format.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { loadSettings } from "../../load-settings.ts";
import { formatOf, stemOf } from "../../formats.ts";
import { fileCheckReport } from "../../reports/file-check/report.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { readingReport } from "../../reports/reading/report.ts";
import { words as loadWords } from "../../formats/parts/words.ts";

const schema = z.strictObject({
  file: fileRef().nullable().default(null).meta({
    title: "File",
    description: "Of a format that is loaded (see format); also packed with gzip, bgzip, zstd, bzip2 or xz",
  }),
  ...loadSettings,
  samples: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Sample sheet", description: "A table with one row per sample; it annotates the samples of the matrix" }),
  samplesBy: z
    .string()
    .nullable()
    .default(null)
    .meta({ title: "Column of the sample sheet", description: "That holds the names of samples; empty = found" }),
  check: z.enum(["auto", "off", "relaxed", "strict"]).default("auto").meta({
    title: "Hold the file to its standard",
    description:
      "Output check. auto: relaxed, where the rules of its format are known and it has 32 MB of text at most (said); strict: what every program passes over is an error, too. It changes nothing of what is loaded",
  }),
  sampleNames: z.enum(["alike", "exact"]).default("alike").meta({
    title: "Names of samples and of the sheet",
    description:
      "alike: those that differ only by R's make.names, case, blanks or .0 are the same (said); exact: letter for letter",
  }),
  sameSamples: z
    .array(z.string().max(10_000))
    .max(10_000)
    .readonly()
    .default([])
    .refine((names) => names.length % 2 === 0)
    .meta({
      title: "Samples written in two ways",
      description: "Names by turns: one of the file, then the one that the sample sheet has for the same sample",
    }),
  columns: z
    .array(
      z.strictObject({
        column: z
          .string()
          .max(10_000)
          .meta({ title: "Column", description: "Its name; of a matrix one that describes its samples or its rows" }),
        semantic: z
          .enum(semanticNames)
          .nullable()
          .default(null)
          .meta({ title: "Meaning", description: "What its values are; empty = as found" }),
        category: z
          .enum(categories)
          .nullable()
          .default(null)
          .meta({ title: "Category", description: "Where forms and tables list it; empty = that of its meaning, or as found" }),
      }),
    )
    .max(1000)
    .readonly()
    .default([])
    .meta({
      title: "What columns are",
      description:
        "{column, semantic, category}: the meaning and the category of a column where they are others than those found. No value changes, and what was found to tell individuals apart stays closed",
    }),
});

export type LoadSpec = z.output<typeof schema>;

/**
 * Settings by which nobody can take a row, a column or a value of one person out of what is read, or give it another name, type
 * or place, each with the reason. Any other that is set makes the rows free, whoever set it; so does a new one, until it
 * stands here.
 */
const harmless = {
  file: "Whose data it is, and whether it is a later version of them, is asked of the file itself.",
  format: "A file is read so or refused; where a line is cut elsewhere the column that tells persons apart is not found.",
  read: "Of a matrix nobody is counted unless its reading says that all samples are there, on the side that the file tells.",
  samplesIn: "As read: on any other side than the file tells nobody is counted.",
  sheet: "Another sheet is other data of their owner, as another file would be.",
  columns: "They say what a column is called and where it is listed; what was found to tell persons apart stays closed.",
  check: "The file is read once more, and what is loaded stays what it is.",
  samples: "It has to be a sheet as it was read, and nobody is counted where a sample is missing in it.",
} as const satisfies { readonly [setting in keyof LoadSpec]?: string };
const usual: JsonObject = schema.parse({});
const isPlain = (spec: JsonObject): boolean =>
  Object.keys(usual).every(
    (field) => Object.hasOwn(harmless, field) || canonicalJson(spec[field] ?? null) === canonicalJson(usual[field] ?? null),
  );

/** Rows of the file, and beside them those of a sheet in which nobody has left out or renamed a column. */
const carriedBy = (spec: LoadSpec, read: Carried): Carried => {
  if (!isPlain(spec)) return closed;
  const all: Carried = { rows: "whole", named: true };
  if (spec.samples === null) return { ...all, asRead: true };
  return read.asRead ? together([all, read]) : { ...closed, named: read.named };
};

/** Text is seldom packed to more than a third. */
const unpacked = 3;

/** The format that reads the file, with what it needs for a file of that size. */
function readerOf({ file, format }: LoadSpec): Format[] {
  if (format === null) return [];
  const card = formatOf(format);
  const size = file === null ? 0 : file.size * (packedEnding.test(file.name) ? unpacked : 1);
  return [size === 0 ? card : { ...card, needs: { ...card.needs, memory: Math.round(size * card.memoryPerByte) } }];
}

/** Of what is told of them no other file depends. */
const mayHoldReads = ({ format }: LoadSpec): boolean => format === null || format === "fastq";

export const load = defineKind({
  ...card,
  title: "Load a file",
  example,
  // 7: beside what was loaded stands how it was read. 8: what is doubtful in it before what is plain.
  // 9: samples of one name are refused as genes of one name are.
  // 10: totals and means among columns, and more of what describes rows, are no samples.
  // 11: ids of a sheet that became fractions (101.0) are those of the matrix; rows with #q2: are none.
  // 12: a row called NA of a wide file is a name that is said, or has none.
  // 13: totals and remarks below a table are told.
  // 14: a table that may be a small matrix says so; how a matrix was read says whether all of its samples are there, on the side
  // that the file tells.
  // 16: a sample sheet describes a matrix that its file gives whole; beside what was loaded stands where the file breaks the rules of
  // its standard; what columns are is told more finely, with the share of values that fit, and each may be said otherwise.
  // 17: a column called cluster holds clusters.
  version: 17,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  variants: (spec) => [...readerOf(spec), readingReport, fileCheckReport, ...(mayHoldReads(spec) ? [readQualityReport] : [])],
  unresolved: ({ file, format, sheet }) =>
    file === null || format !== null
      ? null
      : { field: "format", file: sheet !== null && isArchiveName(file.name) ? { ...file, part: sheet } : file },
  missing: (spec) => (spec.file === null ? "file" : null),
  discloses,
  carries: (spec, read, port) => (port === "out" ? carriedBy(spec, read) : closed),
  words: (spec, context) => {
    if (!spec.file) return loadWords.say("words-empty", {}, context.locale);
    const file = spec.sheet ? `${spec.file.name} · ${spec.sheet}` : spec.file.name;
    const params = { file, samples: spec.samples ? context.nameOf(spec.samples) : "" };
    const how = spec.read === "auto" ? "words" : (`words-${spec.read}` as const);
    return loadWords.say(spec.samples ? (`${how}-samples` as const) : how, params, context.locale);
  },
  withMissing: (spec, words) => ({ path: ["missing"], value: [...withWords(spec.missing, words)] }),
  suggestName: (spec) => (spec.file ? toCellName(stemOf(spec.file.name)) || "data" : "data"),
});
