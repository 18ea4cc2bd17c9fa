// Looks into a file for the intake card: the first megabytes of a text, a whole small workbook, a glance at a large
// file whose format has one. What is larger is named and not read: the card is wanted within a second, loading reads all of it.

import type { Artifact } from "../../artifacts/artifact.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { ok } from "../../base/result.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { inspectFile } from "../../files/inspect.ts";
import type { Inspection } from "../../files/inspection.ts";
import { openFile } from "../../files/open-file.ts";
import { listedFormat } from "../../formats.ts";
import { asReports, type FileReport, type InspectSpec, nothingSeen, type SeenReport } from "./spec.ts";
import { words as loadWords } from "../../formats/parts/words.ts";

const textWanted = 16 * 2 ** 20;
const largestWhole = 32 * 2 ** 20;
const mostColumns = 200;
/** Of each of many sheets. */
const fewColumns = 30;
const mostIssues = 200;
/** Of a name or a cell: a card shows a few dozen. */
const longestText = 1_000;

export const execute: Execute<InspectSpec> = async ({ file, name, settings }, context) => {
  const source = context.file(file);
  let read = 0;
  const count = (bytes: Uint8Array): Uint8Array => {
    read += bytes.length;
    context.progress(Math.min(1, read / Math.max(1, Math.min(source.size, textWanted))));
    return bytes;
  };
  const counted: ByteSource = {
    size: source.size,
    read: async (start, end) => count(await source.read(start, end)),
    stream: async function* () {
      for await (const chunk of source.stream()) yield count(chunk);
    },
  };
  const { report, names } = asReports(await look(counted, { name, settings }, context));
  const loadable: Artifact = { type: "value", value: listedFormat(report.format)?.format.name ?? null };
  return ok({ out: reportOf("inspection", clipped(report)), keys: reportOf("file-keys", names), format: loadable });
};

const reportOf = (report: string, body: object): Artifact => ({ type: "report", report, body: body as JsonObject });

async function look(
  source: ByteSource,
  { name, settings }: Pick<InspectSpec, "name" | "settings">,
  { engines, signal }: Pick<ExecuteContext, "engines" | "signal">,
): Promise<Inspection> {
  const { sql, inflate } = engines;
  const opened = await openFile(source, name, inflate, settings.encoding, settings.sheet);
  const { recognised, compression } = opened;
  const listed = listedFormat(recognised.format);
  if (listed?.format.isStreamed || source.size <= largestWhole)
    return inspectFile(source, name, { settings, opened, bytesWanted: textWanted, sql, inflate, signal });
  const known: Inspection = {
    ...nothingSeen(name),
    format: recognised.format,
    confidence: recognised.confidence,
    compression,
    why: [{ key: recognised.why, params: recognised.params }],
    version: recognised.version,
    alternatives: recognised.alternatives,
    isTie: recognised.isTie,
  };
  // A glance reads ranges, which what is packed has not.
  if (listed?.look && compression === "none") {
    try {
      return { ...known, ...(await (await listed.look()).look(source)) };
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const { reason: key, params } = error.failure;
      return { ...known, issues: [{ rule: "unreadable", severity: "error", line: null, field: null, message: { key, params } }] };
    }
  }
  const [artifact = null] = listed?.format.yields ?? [];
  const message = loadWords.sentence("issue-part");
  return { ...known, artifact, issues: [{ rule: "part", severity: "note", line: null, field: null, message }] };
}

/** What a card can show: a file of 20,000 columns, of a hundred sheets, or of one endless line, gives no endless report. */
function clipped(report: FileReport): FileReport {
  const columns = report.others.length < 10 ? mostColumns : fewColumns;
  return {
    ...report,
    ...clippedSheet(report, mostColumns),
    sheets: report.sheets.slice(0, mostColumns).map(short),
    others: report.others.map((seen) => clippedSheet(seen, columns)),
  };
}

const short = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);

const clippedSheet = <S extends SeenReport>(seen: S, columns: number): S => ({
  ...seen,
  columns: seen.columns.slice(0, columns).map((column) => ({ ...column, name: short(column.name) })),
  issues: seen.issues
    .slice(0, mostIssues)
    .map((issue) => ({ ...issue, field: issue.field === null ? null : short(issue.field) })),
  preview: {
    columns: seen.preview.columns.map(short),
    rows: seen.preview.rows.map((row) => row.map((cell) => (typeof cell === "string" ? short(cell) : cell))),
  },
});
