// A file that formats/write/parquet.ts wrote, as the table that it was: names, types, meanings and units are those of its note.
// Servers have no engine for Parquet; of files of others this reads nothing. hyparquet: written in JavaScript, without parts of
// its own that would have to be built.

import { gunzipSync } from "node:zlib";
import { type AsyncBuffer, parquetMetadataAsync, parquetRead } from "hyparquet";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { booleanColumn, integerColumn, moreOf, numberColumn, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { parquetNote } from "@genomecraft/cells/formats/write/parquet.ts";
import { z } from "zod";
import { refuse } from "../errors.ts";

const note = z.array(
  z.looseObject({
    name: z.string(),
    type: z.enum(["float64", "int32", "boolean", "text"]),
    semantic: z.string().optional(),
    unit: z.string().optional(),
  }),
);

export async function readOwnParquet(source: ByteSource): Promise<Table> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end) => {
      const bytes = await source.read(start, end ?? source.size);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
  const metadata = await parquetMetadataAsync(file);
  const told = metadata.key_value_metadata?.find(({ key }) => key === parquetNote)?.value;
  const columns = note.safeParse(told === undefined ? null : JSON.parse(told));
  if (!columns.success) return refuse("internal", "result-damaged");
  const rowCount = Number(metadata.num_rows);
  const values = columns.data.map((): unknown[] => new Array<unknown>(rowCount).fill(null));
  const places = new Map(metadata.schema.slice(1).map(({ name }, at) => [name, at]));
  await parquetRead({
    file,
    metadata,
    compressors: { GZIP: (packed) => new Uint8Array(gunzipSync(packed)) },
    utf8: true,
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = values[places.get(columnName) ?? -1];
      if (!column) return;
      for (let at = 0; at < columnData.length; at += 1) column[rowStart + at] = columnData[at];
    },
  });
  return {
    type: "table",
    rowCount,
    columns: columns.data.map(({ name, type, ...more }, at) => columnOf(name, type, values[at] ?? [], moreOf(more as never))),
  };
}

function columnOf(name: string, type: Column["type"], values: readonly unknown[], more: ReturnType<typeof moreOf>): Column {
  switch (type) {
    case "float64":
      return numberColumn(name, values as (number | null)[], more);
    case "int32":
      return integerColumn(name, values as (number | null)[], more);
    case "boolean":
      return booleanColumn(name, values as (boolean | null)[], more);
    case "text":
      return textColumn(name, values as (string | null)[], more);
  }
}
