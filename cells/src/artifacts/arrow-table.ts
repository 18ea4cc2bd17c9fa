// Tables as Arrow IPC and back, by flechette: the wire between us, DuckDB, arquero and other people's programs. Numbers
// and codes are not copied where Arrow's layout allows it. Semantic types and units travel as metadata of the fields.

import {
  batchType,
  bool,
  Column as ArrowColumn,
  columnFromArray,
  dictionary,
  float64,
  int32,
  Table as ArrowTable,
  tableFromIPC,
  tableToIPC,
  Type,
  utf8,
  type Batch,
} from "@uwdata/flechette";
import { FailureError } from "../base/failure.ts";
import { invariant } from "../base/invariant.ts";
import type { Column, Semantic, Table } from "./artifact.ts";
import { textColumn } from "./table.ts";
import { words } from "./words.ts";

/** Bits, least significant first, as Arrow keeps validity and booleans. */
function toBits(bytes: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(bytes.length / 64) * 8);
  for (let i = 0; i < bytes.length; i++) if (bytes[i]) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  return bits;
}

function nullCountOf(valid: Uint8Array | null): number {
  let count = 0;
  if (valid) for (let i = 0; i < valid.length; i++) if (valid[i] === 0) count++;
  return count;
}

/** The arrays of our column as one batch of an Arrow type, untouched. */
function arrowColumn(column: Column): ArrowColumn<unknown> {
  const nullCount = nullCountOf(column.valid);
  // The dictionary's id is found by the identity of its type; one without entries would not be written.
  const texts =
    column.type === "text"
      ? columnFromArray(column.dictionary.length > 0 ? (column.dictionary as string[]) : [""], utf8())
      : null;
  const type = texts
    ? dictionary(texts.type, int32())
    : column.type === "float64"
      ? float64()
      : column.type === "int32"
        ? int32()
        : bool();
  const BatchClass = batchType(type) as unknown as new (options: object) => Batch<unknown>;
  const batch = new BatchClass({
    length: column.type === "text" ? column.codes.length : column.values.length,
    nullCount,
    type,
    validity: nullCount > 0 && column.valid ? toBits(column.valid) : new Uint8Array(0),
    values: column.type === "text" ? column.codes : column.type === "boolean" ? toBits(column.values) : column.values,
  });
  if (texts) {
    (batch as unknown as { setDictionary(dictionary: unknown): void }).setDictionary(texts);
  }
  return new ArrowColumn([batch], type);
}

export function toArrowTable(table: Table): ArrowTable {
  const columns = table.columns.map((column) => arrowColumn(column));
  const fields = table.columns.map((column, at) => {
    const metadata = new Map<string, string>();
    if (column.semantic !== undefined) metadata.set("genomecraft.semantic", column.semantic);
    if (column.unit !== undefined) metadata.set("genomecraft.unit", column.unit);
    const type = (columns[at] as ArrowColumn<unknown>).type;
    return { name: column.name, type, nullable: true, metadata: metadata.size > 0 ? metadata : null };
  });
  const metadata = new Map([["genomecraft.rows", String(table.rowCount)]]);
  return new ArrowTable({ version: 4, endianness: 0, fields, metadata } as unknown as ArrowTable["schema"], columns);
}

/** Arrow IPC, file format unless told otherwise. */
export function tableToArrow(table: Table, format: "file" | "stream" = "file"): Uint8Array {
  const bytes = tableToIPC(toArrowTable(table), { format });
  invariant(bytes, "an Arrow table becomes bytes");
  return bytes;
}

/** Throws the failure "arrow" for bytes that are no Arrow IPC. Types that we have none for become text or numbers. */
export function tableFromArrow(bytes: Uint8Array): Table {
  let arrow: ArrowTable;
  try {
    arrow = tableFromIPC(bytes, {});
  } catch (cause) {
    throw new FailureError(words.failure("arrow"), { cause });
  }
  return fromArrowTable(arrow);
}

export function fromArrowTable(arrow: ArrowTable): Table {
  const rowCount = arrow.numCols > 0 ? arrow.numRows : Number(arrow.schema.metadata?.get("genomecraft.rows") ?? 0);
  const used = new Set<string>();
  const columns = arrow.children.map((child, at): Column => {
    const field = arrow.schema.fields[at];
    let name = field?.name || `column ${at + 1}`;
    for (let n = 2; used.has(name); n++) name = `${field?.name ?? ""}_${n}`;
    used.add(name);
    const semantic = field?.metadata?.get("genomecraft.semantic") as Semantic | undefined;
    const unit = field?.metadata?.get("genomecraft.unit");
    const column = columnFromArrow(name, child as ArrowColumn<unknown>);
    return { ...column, ...(semantic === undefined ? {} : { semantic }), ...(unit === undefined ? {} : { unit }) };
  });
  return { type: "table", rowCount, columns };
}

function columnFromArrow(name: string, arrow: ArrowColumn<unknown>): Column {
  const { type, length } = arrow;
  const valid = validityOf(arrow);
  switch (type.typeId) {
    case Type.Bool: {
      const values = new Uint8Array(length);
      let row = 0;
      for (const value of arrow) values[row++] = value === true ? 1 : 0;
      return { name, type: "boolean", valid, values };
    }
    case Type.Int:
      if (type.bitWidth < 64 && !(type.bitWidth === 32 && !type.signed)) {
        return { name, type: "int32", valid, values: numbers(arrow, Int32Array, valid) };
      }
      return numbersOrText(name, arrow, valid);
    case Type.Float:
      return { name, type: "float64", valid, values: numbers(arrow, Float64Array, valid) };
    case Type.Dictionary: {
      const text = dictionaryColumn(name, arrow, valid);
      if (text) return text;
    }
  }
  const values: (string | null)[] = [];
  for (const value of arrow) {
    values.push(value === null || value === undefined ? null : value instanceof Date ? isoDate(value) : String(value));
  }
  return textColumn(name, values);
}

const isoDate = (date: Date): string => {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso;
};

/** One byte a row, or null when nothing is missing. */
function validityOf(arrow: ArrowColumn<unknown>): Uint8Array | null {
  if (arrow.nullCount === 0) return null;
  const valid = new Uint8Array(arrow.length);
  let row = 0;
  for (const batch of arrow.data) {
    const bits = batch.validity as Uint8Array | undefined;
    for (let i = 0; i < batch.length; i++) {
      valid[row++] = batch.nullCount === 0 || !bits ? 1 : ((bits[i >> 3] as number) >> (i & 7)) & 1;
    }
  }
  return valid;
}

function numbers<T extends Int32Array | Float64Array>(
  arrow: ArrowColumn<unknown>,
  Kind: new (length: number) => T,
  valid: Uint8Array | null,
): T {
  const first = arrow.data[0];
  if (arrow.data.length === 1 && first && !valid && first.values instanceof Kind && first.values.length >= arrow.length) {
    return first.values.length === arrow.length ? first.values : (first.values.subarray(0, arrow.length) as T);
  }
  const values = new Kind(arrow.length);
  let row = 0;
  for (const value of arrow) values[row++] = value === null ? 0 : Number(value);
  return values;
}

/** 64-bit and unsigned whole numbers: numbers where each is exact, else text, so that no identifier changes. */
function numbersOrText(name: string, arrow: ArrowColumn<unknown>, valid: Uint8Array | null): Column {
  const exact: (bigint | number | null)[] = [];
  for (const batch of arrow.data) {
    const raw = batch.values as BigInt64Array | Uint32Array;
    for (let i = 0; i < batch.length; i++)
      exact.push(batch.nullCount > 0 && !batch.isValid(i) ? null : (raw[i] as bigint | number));
  }
  const fits = (low: number, high: number): boolean => exact.every((value) => value === null || (value >= low && value <= high));
  if (fits(-0x80000000, 0x7fffffff)) {
    return { name, type: "int32", valid, values: Int32Array.from(exact, (value) => Number(value ?? 0)) };
  }
  if (fits(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
    return { name, type: "float64", valid, values: Float64Array.from(exact, (value) => Number(value ?? 0)) };
  }
  return textColumn(
    name,
    exact.map((value) => (value === null ? null : String(value))),
  );
}

/** Codes as they are when there is one batch of 32-bit codes and the dictionary is text; else null. */
function dictionaryColumn(name: string, arrow: ArrowColumn<unknown>, valid: Uint8Array | null): Column | null {
  const batch = arrow.data[0] as (Batch<unknown> & { readonly dictionary?: ArrowColumn<unknown> }) | undefined;
  const source = batch?.dictionary;
  if (arrow.data.length !== 1 || !batch || !source || !(batch.values instanceof Int32Array)) return null;
  const texts: string[] = [];
  for (const value of source) {
    if (typeof value !== "string") return null;
    texts.push(value);
  }
  let codes: Int32Array = batch.values.length === arrow.length ? batch.values : batch.values.subarray(0, arrow.length);
  if (valid) {
    // A missing row reads "".
    let empty = texts.indexOf("");
    if (empty < 0) empty = texts.push("") - 1;
    codes = codes.slice();
    for (let row = 0; row < codes.length; row++) if (valid[row] === 0) codes[row] = empty;
  }
  return { name, type: "text", valid, codes, dictionary: texts };
}
