// Looks into a file of a data set for the intake card: the first megabytes of a text, a whole small workbook, the footer
// of a Parquet file. What is larger is named and not read: the server serves others meanwhile.

import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { inspectFile, type Inspection } from "@genomecraft/cells/formats/inspect.ts";
import { openFile } from "@genomecraft/cells/formats/read-file.ts";

const textWanted = 16 * 2 ** 20;
const largestWhole = 32 * 2 ** 20;
const streamed = new Set(["csv", "tsv", "delimited", "jsonl"]);

export async function inspectBlob(source: ByteSource, name: string): Promise<Inspection> {
  const { recognised, compression } = await openFile(source, name);
  if (recognised.format === "parquet") return inspectParquet(source, name);
  if (streamed.has(recognised.format) || source.size <= largestWhole)
    return inspectFile(source, name, { bytesWanted: textWanted });
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

const nothingSeen = (name: string): Inspection => ({
  file: name,
  format: "binary",
  confidence: 1,
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

/** By its footer and its first rows; columns are not counted. */
async function inspectParquet(source: ByteSource, name: string): Promise<Inspection> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end = source.size) => {
      const bytes = await source.read(start < 0 ? source.size + start : start, end);
      return Uint8Array.from(bytes).buffer;
    },
  };
  const known = { ...nothingSeen(name), format: "parquet", why: [{ key: "load.why-signature", params: {} }] };
  try {
    const metadata = await parquetMetadataAsync(file);
    // A flat schema: the root and its columns. Nested ones are loaded as text.
    const columns = metadata.schema
      .slice(1)
      .filter((element) => element.num_children === undefined)
      .map((element) => element.name);
    const shown = columns.slice(0, 30);
    const rows = await parquetReadObjects({ file, metadata, columns: shown, rowStart: 0, rowEnd: 5, compressors });
    return {
      ...known,
      artifact: "table",
      shape: [Number(metadata.num_rows), columns.length],
      columns: metadata.schema
        .slice(1, 1001)
        .filter((element) => element.num_children === undefined)
        .map((element) => ({
          name: element.name,
          type: parquetType(element.type),
          semantic: "text",
          missing: 0,
          distinct: null,
        })),
      preview: { columns: shown, rows: rows.map((row) => shown.map((column): Json => textOf(row[column]))) },
    };
  } catch (error) {
    return {
      ...known,
      issues: [
        {
          rule: "unreadable",
          severity: "error",
          line: null,
          field: null,
          message: { key: "server.format-unknown", params: { detail: error instanceof Error ? error.message : String(error) } },
        },
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
