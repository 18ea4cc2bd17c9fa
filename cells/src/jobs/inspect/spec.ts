// Looking into a file that was dropped, before anybody loads it: work for a sealed worker like any other step, though no
// cell of a notebook. Its answer follows from the file's bytes and name, so a second look at the same file runs nothing.

import { z } from "zod";
import type { Inspection, Seen } from "../../files/inspection.ts";
import type { FileKeys } from "../../files/match-files.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { disclosesByPort } from "../../contract/disclosures.ts";
import { disclosureOfReport } from "../../contract/report.ts";
import { fileRef } from "../../contract/spec-fields.ts";
import { settingsShape, usualSettings } from "../../load-settings.ts";
import { formatSchema } from "../../formats.ts";
import { fileKeysReport } from "../../reports/file-keys/report.ts";
import { inspectionReport } from "../../reports/inspection/report.ts";

const schema = z.strictObject({
  file: fileRef(),
  // Beside the file, whose own name does not enter the key: a name's ending counts in what the file is taken for.
  name: z.string(),
  /** As a load cell would be set; nothing: as the file says, and all sheets of a workbook. */
  settings: settingsShape.default(usualSettings),
});
export type InspectSpec = z.output<typeof schema>;

/** A look at one file of an archive. */
export const settingsOfPart = (part: string): InspectSpec["settings"] => ({ ...usualSettings, sheet: part });

export const inspect = defineKind({
  kind: "inspect",
  title: "Look into a file",
  // No notebook has it.
  example: "",
  place: "warm",
  // 5: versions of formats, and why alternatives are likely.
  version: 5,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: () => [inspectionReport, fileKeysReport],
  mode: "auto",
  inputs: [],
  outputs: [
    { name: "out", type: "report", title: "What the file is" },
    { name: "keys", type: "report", title: "Names by which files are matched" },
    { name: "format", type: "value", title: "As what it is loaded" },
  ],
  schema,
  textFields: [],
  listFields: [],
  empty: {},
  missing: () => null,
  discloses: disclosesByPort({
    out: ({ artifact }) => disclosureOfReport(inspectionReport, artifact),
    keys: ({ artifact }) => disclosureOfReport(fileKeysReport, artifact),
    format: () => ({ identifying: [], behind: { of: "nobody" } }),
  }),
  words: ({ name }) => name,
  suggestName: () => "file",
});

/** What is said of a file before anything of it is known. */
export const nothingSeen = (file: string): Inspection => ({
  file,
  format: "unknown",
  confidence: 0,
  compression: "none",
  why: [],
  version: null,
  alternatives: [],
  isTie: false,
  sheet: null,
  isHidden: false,
  artifact: null,
  shape: [],
  samplesIn: null,
  sheets: [],
  columns: [],
  issues: [],
  preview: { columns: [], rows: [] },
  keys: { header: [], columns: [], rows: 0 },
  others: [],
});

/** The name of a format that is loaded; null: it is none of them. */
export const formatShape = formatSchema.nullable();

/** The report and the names, as two answers: the names of 50,000 samples do not travel with every look at the report. */
export type SeenReport = Omit<Seen, "keys">;
export type FileReport = Omit<Inspection, "keys" | "others"> & { readonly others: readonly SeenReport[] };
/** Of the file and of its other sheets. */
export type NamesReport = FileKeys & { readonly others: readonly FileKeys[] };

export function asReports({ keys, others, ...report }: Inspection): { readonly report: FileReport; readonly names: NamesReport } {
  return {
    report: { ...report, others: others.map(({ keys: _keys, ...seen }) => seen) },
    names: { ...keys, others: others.map((seen) => seen.keys) },
  };
}

const noKeys: FileKeys = { header: [], columns: [], rows: 0 };
export function fromReports(report: FileReport, { others, ...keys }: NamesReport): Inspection {
  return { ...report, keys, others: report.others.map((seen, at) => ({ ...seen, keys: others[at] ?? noKeys })) };
}
