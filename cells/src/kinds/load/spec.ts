// Loads a file: from a data set on a server, or from beside the notebook.

import { z } from "zod";
import { withWords } from "../../formats/parts/delimited/missing-words.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { JsonObject } from "../../base/json.ts";
import { closed, together } from "../../contract/carried.ts";
import { toCellName } from "../../notebook/cell-name.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { defineKind } from "../../contract/define-kind.ts";
import type { Format } from "../../contract/format.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { loadSettings } from "../../load-settings.ts";
import { formatOf, stemOf } from "../../formats.ts";
import { readingReport } from "../../reports/reading/report.ts";
import { words as loadWords } from "../../formats/parts/words.ts";

const schema = z.strictObject({
  file: fileRef()
    .nullable()
    .default(null)
    .meta({ title: "File", description: "Of a format that is loaded (see format); text also packed with gzip" }),
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
  sampleNames: z.enum(["alike", "exact"]).default("alike").meta({
    title: "Names of samples and of the sheet",
    description:
      "alike: those that differ only by R's make.names, case, blanks or .0 are the same (said); exact: letter for letter",
  }),
});

export type LoadSpec = z.output<typeof schema>;

/**
 * Fields that leave every line of the file a row with all of its values, and its header the names of columns. Of any other
 * field that is set it is not known, and a line of values might become names. A word for missing cells chooses whose values count.
 */
const plain: ReadonlySet<string> = new Set([
  "file",
  "format",
  "read",
  "sheet",
  "samples",
  "samplesBy",
  "sampleNames",
  "samplesIn",
  "duplicates",
  "annotations",
  "summaryRows",
  "encoding",
  "decimal",
  "thousands",
] satisfies (keyof LoadSpec)[]);
const usual: JsonObject = schema.parse({});
const isPlain = (spec: JsonObject): boolean =>
  spec["summaryRows"] !== "leave-out-of-tables" &&
  Object.keys(usual).every(
    (field) => plain.has(field) || canonicalJson(spec[field] ?? null) === canonicalJson(usual[field] ?? null),
  );

/** Text is seldom packed to more than a third. */
const unpacked = 3;

/** The format that reads the file, with what it needs for a file of that size. */
function readerOf({ file, format }: LoadSpec): Format[] {
  if (format === null) return [];
  const card = formatOf(format);
  const size = file === null ? 0 : file.size * (/\.(?:gz|bgz)$/i.test(file.name) ? unpacked : 1);
  return [size === 0 ? card : { ...card, needs: { ...card.needs, memory: Math.round(size * card.memoryPerByte) } }];
}

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
  // 14: a table that may be a small matrix says so.
  version: 14,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  variants: (spec) => [...readerOf(spec), readingReport],
  unresolved: ({ file, format }) => (file !== null && format === null ? { field: "format", file } : null),
  missing: (spec) => (spec.file === null ? "file" : null),
  discloses,
  carries: (spec, read, port) => (port === "out" && isPlain(spec) ? together([{ rows: "whole", named: true }, read]) : closed),
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
