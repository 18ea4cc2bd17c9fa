// Looks into a file for the intake card: the first megabytes of a text, a whole small workbook, the footer of a large
// Parquet file. What is larger is named and not read: the card is wanted within a second, loading reads all of it.

import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { Artifact } from "../../artifacts/artifact.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { ok } from "../../base/result.ts";
import { inspectFile, type Inspection } from "../../formats/inspect.ts";
import { openFile } from "../../formats/read-file.ts";
import type { Engines } from "../../contract/engines.ts";
import type { Execute } from "../../contract/execute.ts";
import { type FileReport, type InspectSpec, nothingSeen } from "./spec.ts";

const textWanted = 16 * 2 ** 20;
const largestWhole = 32 * 2 ** 20;
const streamed = new Set(["csv", "tsv", "delimited", "jsonl"]);
const mostColumns = 200;
const mostIssues = 200;
/** Of a name or a cell: a card shows a few dozen. */
const longestText = 1_000;

export const execute: Execute<InspectSpec> = async ({ file, name }, context) => {
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
  const { keys, ...report } = await look(counted, name, context.engines, context.signal);
  return ok({ out: reportOf("inspection", clipped(report)), keys: reportOf("file-keys", keys) });
};

const reportOf = (report: string, body: object): Artifact => ({ type: "report", report, body: body as JsonObject });

async function look(source: ByteSource, name: string, { sql, inflate }: Engines, signal: AbortSignal): Promise<Inspection> {
  const { recognised, compression } = await openFile(source, name, inflate);
  const isSmall = source.size <= largestWhole;
  if (streamed.has(recognised.format) || isSmall)
    return inspectFile(source, name, { bytesWanted: textWanted, sql, inflate, signal });
  if (recognised.format === "parquet") return lookIntoParquet(source, name);
  return {
    ...nothingSeen(name),
    format: recognised.format,
    confidence: recognised.confidence,
    compression,
    why: [{ key: recognised.why, params: {} }],
    alternatives: [...recognised.alternatives],
    artifact: recognised.format === "xlsx" ? "table" : null,
    issues: [{ rule: "part", severity: "note", line: null, field: null, message: { key: "load.issue-part", params: {} } }],
  };
}

/** By its footer and its first rows; columns are not counted. */
async function lookIntoParquet(source: ByteSource, name: string): Promise<Inspection> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end = source.size) => {
      const bytes = await source.read(start < 0 ? source.size + start : start, end);
      return Uint8Array.from(bytes).buffer;
    },
  };
  const known = { ...nothingSeen(name), format: "parquet", confidence: 1, why: [{ key: "load.why-signature", params: {} }] };
  try {
    const metadata = await parquetMetadataAsync(file);
    // A flat schema: the root and its columns. Nested ones are loaded as text.
    const columns = metadata.schema.slice(1).filter((element) => element.num_children === undefined);
    const shown = columns.slice(0, 30).map((element) => element.name);
    const rows = await parquetReadObjects({ file, metadata, columns: shown, rowStart: 0, rowEnd: 5, compressors });
    return {
      ...known,
      artifact: "table",
      shape: [Number(metadata.num_rows), columns.length],
      columns: columns.slice(0, mostColumns).map((element) => ({
        name: element.name,
        type: parquetType(element.type),
        semantic: "text",
        missing: 0,
        distinct: null,
      })),
      preview: { columns: shown, rows: rows.map((row) => shown.map((column): Json => textOf(row[column]))) },
    };
  } catch (error) {
    const params = { detail: error instanceof Error ? error.message : String(error) };
    return {
      ...known,
      issues: [
        { rule: "unreadable", severity: "error", line: null, field: null, message: { key: "server.format-unknown", params } },
      ],
    };
  }
}

const parquetType = (type: string | undefined): "float64" | "int32" | "boolean" | "text" =>
  type === "DOUBLE" || type === "FLOAT" || type === "INT64"
    ? "float64"
    : type === "INT32"
      ? "int32"
      : type === "BOOLEAN"
        ? "boolean"
        : "text";

const textOf = (value: unknown): Json =>
  value === null || value === undefined
    ? null
    : typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : String(value);

/** What a card can show: a file of 20,000 columns, or of one endless line, gives no endless report. */
function clipped(report: FileReport): FileReport {
  const short = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);
  return {
    ...report,
    sheets: report.sheets.slice(0, mostColumns).map(short),
    columns: report.columns.slice(0, mostColumns).map((column) => ({ ...column, name: short(column.name) })),
    issues: report.issues
      .slice(0, mostIssues)
      .map((issue) => ({ ...issue, field: issue.field === null ? null : short(issue.field) })),
    preview: {
      columns: report.preview.columns.map(short),
      rows: report.preview.rows.map((row) => row.map((cell) => (typeof cell === "string" ? short(cell) : cell))),
    },
  };
}
