// What a Parquet file says of a column within a row group: how many values are missing, the least and the greatest. Apache Parquet,
// parquet.thrift, Statistics: numbers little-endian, texts by their bytes; of zeros the least is -0 and the greatest +0; where a
// number is none, and of texts that are long, nothing is said.

import type { Column } from "../../artifacts/artifact.ts";

export interface ChunkStatistics {
  readonly missing: number;
  readonly bounds: { readonly least: Uint8Array; readonly most: Uint8Array } | null;
}

/** Bytes of a text that is said whole; what is cut would be no value. */
const longestBound = 128;

export function statisticsOf(column: Column, from: number, to: number): ChunkStatistics {
  const { valid } = column;
  let missing = 0;
  if (valid) for (let row = from; row < to; row++) if (valid[row] !== 1) missing++;
  if (missing === to - from) return { missing, bounds: null };
  return { missing, bounds: column.type === "text" ? textBounds(column, from, to) : numberBounds(column, from, to) };
}

function numberBounds(column: Exclude<Column, { type: "text" }>, from: number, to: number): ChunkStatistics["bounds"] {
  const { valid, values } = column;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = from; row < to; row++) {
    if (valid && valid[row] !== 1) continue;
    const value = values[row] as number;
    if (Number.isNaN(value)) return null;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const bytes = (value: number): Uint8Array => {
    if (column.type === "boolean") return Uint8Array.of(value);
    const view = new DataView(new ArrayBuffer(column.type === "int32" ? 4 : 8));
    if (column.type === "int32") view.setInt32(0, value, true);
    else view.setFloat64(0, value, true);
    return new Uint8Array(view.buffer);
  };
  return { least: bytes(least === 0 ? -0 : least), most: bytes(most === 0 ? 0 : most) };
}

/** Each different text is looked at once. */
function textBounds(column: Extract<Column, { type: "text" }>, from: number, to: number): ChunkStatistics["bounds"] {
  const { valid, codes, dictionary } = column;
  const seen = new Set<number>();
  for (let row = from; row < to; row++) if (!valid || valid[row] === 1) seen.add(codes[row] as number);
  let least: Uint8Array | null = null;
  let most: Uint8Array | null = null;
  for (const code of seen) {
    const bytes = new TextEncoder().encode(dictionary[code] ?? "");
    if (least === null || inOrder(bytes, least) < 0) least = bytes;
    if (most === null || inOrder(bytes, most) > 0) most = bytes;
  }
  return least && most && least.length <= longestBound && most.length <= longestBound ? { least, most } : null;
}

function inOrder(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return a.length - b.length;
}
