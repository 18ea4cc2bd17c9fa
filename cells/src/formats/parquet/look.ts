// A glance at a large Parquet file: by its footer and its first rows; columns are not counted.

import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { FailureError } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import type { Look } from "../../contract/format.ts";
import { words as serverWords } from "../../messages/server/words.ts";

export const look: Look = async (source) => {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end = source.size) => {
      const bytes = await source.read(start < 0 ? source.size + start : start, end);
      return Uint8Array.from(bytes).buffer;
    },
  };
  try {
    const metadata = await parquetMetadataAsync(file);
    // A flat schema: the root and its columns. Nested ones are loaded as text.
    const columns = metadata.schema.slice(1).filter((element) => element.num_children === undefined);
    const shown = columns.slice(0, 30).map((element) => element.name);
    const rows = await parquetReadObjects({ file, metadata, columns: shown, rowStart: 0, rowEnd: 5, compressors });
    return {
      artifact: "table",
      shape: [Number(metadata.num_rows), columns.length],
      columns: columns.map((element) => ({
        name: element.name,
        type: typeOf(element.type),
        semantic: "text",
        category: "measurement",
        share: null,
        of: 0,
        missing: 0,
        distinct: null,
      })),
      preview: { columns: shown, rows: rows.map((row) => shown.map((column): Json => textOf(row[column]))) },
    };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new FailureError(serverWords.failure("format-unknown", { detail }), { cause });
  }
};

const typeOf = (type: string | undefined): "float64" | "int32" | "boolean" | "text" =>
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
