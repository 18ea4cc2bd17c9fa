// Looking into a file that was dropped, before anybody loads it: work for a sealed worker like any other step, though no
// cell of a notebook. Its answer follows from the file's bytes and name, so a second look at the same file runs nothing.

import { z } from "zod";
import type { Inspection } from "../../files/inspect.ts";
import type { Kind } from "../../contract/kind.ts";
import { knownNames } from "../../known-formats.ts";
import { fileRef } from "../../contract/spec-fields.ts";
import { formatSchema } from "../../formats.ts";
import type { FileRef } from "../../base/refs.ts";

export interface InspectSpec {
  readonly file: FileRef;
  /** Beside the file, whose own name does not enter the key: a name's ending counts in what the file is taken for. */
  readonly name: string;
}

export const inspect: Kind<InspectSpec> = {
  kind: "inspect",
  title: "Look into a file",
  place: "warm",
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  inputs: [],
  outputs: [
    { name: "out", type: "report", title: "What the file is" },
    { name: "keys", type: "report", title: "Names by which files are matched" },
    { name: "format", type: "value", title: "As what it is loaded" },
  ],
  schema: z.strictObject({ file: fileRef(), name: z.string() }) as unknown as z.ZodType<InspectSpec>,
  textFields: [],
  listFields: [],
  empty: {},
  missing: () => null,
  words: ({ name }) => name,
  suggestName: () => "file",
};

/** What is said of a file before anything of it is known. */
export const nothingSeen = (file: string): Inspection => ({
  file,
  format: "unknown",
  confidence: 0,
  compression: "none",
  why: [],
  alternatives: [],
  artifact: null,
  shape: [],
  samplesIn: null,
  sheets: [],
  columns: [],
  issues: [],
  preview: { columns: [], rows: [] },
  keys: { header: [], columns: [], rows: 0 },
});

const text = z.string().max(10_000);
const reason = z.object({ key: z.string().max(200), params: z.record(z.string(), z.json()) });
const count = z.number().nonnegative();

/** What a worker may answer. It has parsed a stranger's file, so its report is believed in this shape only. */
export const inspectionShape = z.object({
  file: text,
  format: z.enum(["unknown", ...knownNames]),
  confidence: z.number(),
  compression: z.enum(["none", "gzip", "bgzf"]),
  why: z.array(reason).max(100),
  alternatives: z.array(z.enum(knownNames)).max(60),
  artifact: z.enum(["table", "assay"]).nullable(),
  shape: z.array(count).max(2),
  samplesIn: z.enum(["columns", "rows"]).nullable(),
  sheets: z.array(text).max(10_000),
  columns: z
    .array(
      z.object({
        name: text,
        type: z.enum(["float64", "int32", "boolean", "text"]),
        semantic: z.string().max(40),
        missing: count,
        distinct: count.nullable(),
      }),
    )
    .max(200),
  issues: z
    .array(
      z.object({
        rule: z.string().max(80),
        severity: z.enum(["error", "warning", "note"]),
        line: z.number().nullable(),
        field: text.nullable(),
        message: reason,
      }),
    )
    .max(10_000),
  preview: z.object({ columns: z.array(text).max(30), rows: z.array(z.array(z.json()).max(30)).max(5) }),
});
export const fileKeysShape = z.object({
  header: z.array(text),
  columns: z.array(z.object({ name: text, values: z.array(text) })),
  rows: count,
});

/** The name of a format that is loaded; null: it is none of them. */
export const formatShape = formatSchema.nullable();

/** The report and the names, as two answers: the names of 50,000 samples do not travel with every look at the report. */
export type FileReport = Omit<Inspection, "keys">;
