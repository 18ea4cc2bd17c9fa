// A file that formats/write/parquet.ts wrote, as the table that it was: names, types, meanings and units are those of its note.
// Servers have no engine for Parquet; of files of others this reads nothing. hyparquet: written in JavaScript, without parts of
// its own that would have to be built.

import { gunzipSync } from "node:zlib";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetRead } from "hyparquet";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { booleanColumn, integerColumn, moreOf, numberColumn, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { isOrder, mayHold, type PartOfColumn, type RowCondition } from "@genomecraft/cells/features/row-filter.ts";
import { parquetNote } from "@genomecraft/cells/formats/write/parquet.ts";
import { z } from "zod";
import { turns } from "../turns.ts";
import { refuse } from "../errors.ts";

const note = z.array(
  z.looseObject({
    name: z.string(),
    type: z.enum(["float64", "int32", "boolean", "text"]),
    semantic: z.string().optional(),
    unit: z.string().optional(),
  }),
);

export interface OwnParquet {
  /** Rows of each group that may hold all conditions, and of all groups. */
  rowsThatMayHold(conditions: readonly RowCondition[]): { readonly some: number; readonly all: number };
  /** The table, of the groups alone that may hold all conditions. */
  read(conditions?: readonly RowCondition[]): Promise<Table>;
}

/** Reads what a file says of itself, and nothing of its rows. */
export async function openOwnParquet(source: ByteSource): Promise<OwnParquet> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end) => {
      const bytes = await source.read(start, end ?? source.size);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
  };
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 1 << 16 });
  const told = metadata.key_value_metadata?.find(({ key }) => key === parquetNote)?.value;
  const columns = note.safeParse(told === undefined ? null : JSON.parse(told));
  if (!columns.success) return refuse("internal", "result-damaged");
  const names = columns.data.map(({ name }) => name);
  const groupsOf = (conditions: readonly RowCondition[]) =>
    // What the texts of a column are as times is told by all of them.
    conditions.some(({ column, is }) => isOrder(is) && columns.data[names.indexOf(column)]?.type === "text")
      ? metadata.row_groups
      : metadata.row_groups.filter((group) => mayHoldAll(conditions, group, names));
  return {
    rowsThatMayHold: (conditions) => ({
      some: rowsIn(groupsOf(conditions)),
      all: Number(metadata.num_rows),
    }),
    read: async (conditions = []) => {
      const groups = groupsOf(conditions);
      const values = await valuesOf(file, { ...metadata, row_groups: groups });
      const made: Column[] = [];
      for (const [at, { name, type, ...more }] of columns.data.entries()) {
        made.push(columnOf(name, type, values[at] ?? [], moreOf(more as never)));
        // What it was read as is not held beside what it became.
        values[at] = [];
        await turns.pause();
      }
      return { type: "table", rowCount: rowsIn(groups), columns: made };
    },
  };
}

type Group = FileMetaData["row_groups"][number];
const rowsIn = (groups: readonly Group[]): number => groups.reduce((sum, { num_rows: rows }) => sum + Number(rows), 0);

function mayHoldAll(conditions: readonly RowCondition[], group: Group, names: readonly string[]): boolean {
  return conditions.every((condition) => {
    const said = group.columns[names.indexOf(condition.column)]?.meta_data?.statistics;
    const bound = (value: unknown): PartOfColumn["least"] =>
      typeof value === "number" || typeof value === "string" ? value : null;
    return mayHold(condition, {
      column: condition.column,
      least: bound(said?.min_value),
      most: bound(said?.max_value),
    });
  });
}

/** Cells that are read between two turns of the thread. */
const cellsOfPiece = 1 << 16;

/** A piece of a group at a time, so that others go on in between. */
async function valuesOf(file: AsyncBuffer, metadata: FileMetaData): Promise<(readonly unknown[])[]> {
  const rowCount = rowsIn(metadata.row_groups);
  // The first of the schema is the table itself.
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const values: unknown[][] = [];
  for (const _name of names) {
    values.push(new Array<unknown>(rowCount).fill(null));
    await turns.pause();
  }
  const places = new Map(names.map((name, at) => [name, at]));
  let first = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    const several = Math.max(1, Math.floor(cellsOfPiece / Math.max(1, rows)));
    for (let from = 0; from < names.length; from += several) {
      const start = first;
      await parquetRead({
        file,
        metadata: { ...metadata, row_groups: [group], num_rows: group.num_rows },
        columns: names.slice(from, from + several),
        compressors: { GZIP: (packed) => new Uint8Array(gunzipSync(packed)) },
        utf8: true,
        onChunk: ({ columnName, columnData, rowStart }) => {
          const column = values[places.get(columnName) ?? -1];
          if (!column) return;
          for (let at = 0; at < columnData.length; at += 1) column[start + rowStart + at] = columnData[at];
        },
      });
      await turns.pause();
    }
    first += rows;
  }
  return values;
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
