// A table as the JSON header and the arrays of its bytes, and back.

import type { Column, Table } from "../../artifact.ts";
import type { Get, Place, Put } from "../../packed-parts.ts";
import { moreOf } from "../../table.ts";
import { dictionaryBytes, textBytes, textsFromBytes } from "../../text-bytes.ts";

type ColumnHead = {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic?: Column["semantic"];
  readonly category?: Column["category"];
  readonly closed?: boolean;
  readonly unit?: string;
  readonly build?: string;
  readonly origin?: 0 | 1;
  readonly valid?: Place;
  readonly values: Place;
  readonly texts?: readonly [offsets: Place, bytes: Place];
};
export type TableHead = {
  readonly rowCount: number;
  readonly columns: readonly ColumnHead[];
};

export function writeTable(table: Table, put: Put): TableHead {
  return {
    rowCount: table.rowCount,
    columns: table.columns.map((column) => {
      const { name, type, valid } = column;
      const head = {
        name,
        type,
        ...moreOf(column),
        ...(valid ? { valid: put(valid) } : {}),
      };
      if (column.type !== "text") return { ...head, values: put(column.values) };
      const texts = dictionaryBytes(column.dictionary, column.codes.length) ?? textBytes(column.dictionary);
      return { ...head, values: put(column.codes), texts: [put(texts.offsets), put(texts.bytes)] };
    }),
  };
}

/** Throws where columns and the number of rows disagree: whoever walks the rows relies on it. */
export function readTable(from: TableHead, get: Get): Table {
  const table = tableFrom(from, get);
  if (!Number.isInteger(table.rowCount) || table.rowCount < 0) throw new TypeError("a table without a number of rows");
  for (const column of table.columns) {
    const rows = column.type === "text" ? column.codes.length : column.values.length;
    if (rows !== table.rowCount || (column.valid && column.valid.length !== rows))
      throw new TypeError("a column of another length");
  }
  return table;
}

const tableFrom = (from: TableHead, get: Get): Table => ({
  type: "table",
  rowCount: from.rowCount,
  columns: from.columns.map((column): Column => {
    const base = {
      name: column.name,
      ...moreOf(column),
      valid: column.valid ? get(Uint8Array, column.valid) : null,
    };
    switch (column.type) {
      case "text": {
        const [offsets, texts] = column.texts as readonly [Place, Place];
        const places = get(Int32Array, offsets);
        // Texts that overlap would be more than the bytes hold.
        for (let at = 1; at < places.length; at++)
          if ((places[at] as number) < (places[at - 1] as number)) throw new TypeError("texts that overlap");
        const dictionary = textsFromBytes(places, get(Uint8Array, texts)) as string[];
        return { ...base, type: "text", codes: get(Int32Array, column.values), dictionary };
      }
      case "float64":
        return { ...base, type: "float64", values: get(Float64Array, column.values) };
      case "int32":
        return { ...base, type: "int32", values: get(Int32Array, column.values) };
      case "boolean":
        return { ...base, type: "boolean", values: get(Uint8Array, column.values) };
      default:
        throw new TypeError("a column of no type");
    }
  }),
});
