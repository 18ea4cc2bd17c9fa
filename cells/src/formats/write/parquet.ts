// Tables as Parquet files, in row groups of 16,384: texts by dictionary, missing values by definition levels, pages packed
// by gzip, with the least and greatest value of each column of a group, so that readers pass over groups. No engine is needed, so that server and command line write the same file. What Parquet cannot say (semantic
// types, units, names that differ by case) stands in a note of the file's metadata, which our reader takes up.
// Apache Parquet, format 2.10: parquet.thrift, Encodings.md; Thrift's compact protocol.

import type { Turns } from "../../base/turns.ts";
import { distinctNames } from "../../base/distinct-names.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { moreOf } from "../../artifacts/table.ts";
import { type ChunkStatistics, statisticsOf } from "./parquet-statistics.ts";

/** Key of the note in the file's metadata. */
export const parquetNote = "genomecraft";

const rowsOfGroup = 16_384;
/** Smaller pages are not worth packing. */
const leastPacked = 2048;
/** Columns that are packed at once: each takes a quarter of a megabyte while it is, and a table may have a hundred thousand. */
const atOnce = 16;

const types = { boolean: 0, int32: 1, float64: 5, text: 6 } as const;
const encodings = { plain: 0, rle: 3, dictionary: 8 } as const;
const codecs = { none: 0, gzip: 2 } as const;

/** `turns`: of a thread that others wait for. */
export async function writeParquet(table: Table, turns?: Turns): Promise<Uint8Array> {
  const file = new Bytes();
  file.text("PAR1");
  const names = distinctNames(table.columns.map((column) => column.name));
  const groups: Thrift[] = [];
  for (let from = 0; from < table.rowCount; from += rowsOfGroup) {
    const rows = Math.min(rowsOfGroup, table.rowCount - from);
    const chunks: ReturnType<typeof writeChunk>[] = [];
    for (let at = 0; at < table.columns.length; at += atOnce) {
      const some = table.columns.slice(at, at + atOnce);
      const pages = await Promise.all(some.map((column) => packedPages(column, from, from + rows)));
      for (const [nth, page] of pages.entries())
        chunks.push(writeChunk(file, { name: names[at + nth] ?? "", type: (some[nth] as Column).type }, page, rows));
      const wait = turns?.pause();
      if (wait) await wait;
    }
    const size = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
    groups.push(struct([1, list(chunks.map((chunk) => chunk.thrift))], [2, i64(size)], [3, i64(rows)]));
  }
  const notes = table.columns.map((column) => ({ name: column.name, type: column.type, ...moreOf(column) }));
  const metadata = new Bytes();
  metadata.thrift(
    struct(
      [1, i32(1)],
      [
        2,
        list([
          struct([4, binary("table")], [5, i32(table.columns.length)]),
          ...table.columns.map((column, at) => schemaOf(column, names[at] ?? "")),
        ]),
      ],
      [3, i64(table.rowCount)],
      [4, list(groups)],
      [5, list([struct([1, binary(parquetNote)], [2, binary(JSON.stringify(notes))])])],
      [6, binary("GenomeCraft")],
      // The order of each type, by which least and greatest are meant.
      [7, list(table.columns.map(() => struct([1, struct()])))],
    ),
  );
  file.bytes(metadata.taken());
  file.uint32(metadata.length);
  file.text("PAR1");
  return file.taken();
}

const schemaOf = (column: Column, name: string): Thrift =>
  struct(
    [1, i32(types[column.type])],
    [3, i32(column.valid ? 1 : 0)],
    [4, binary(name)],
    ...(column.type === "text"
      ? ([
          [6, i32(0)],
          [10, struct([1, struct()])],
        ] as const)
      : []),
  );

interface Page {
  readonly size: number;
  readonly packed: Uint8Array;
}
interface Pages {
  readonly dictionary: (Page & { readonly words: number }) | null;
  readonly data: Page;
  readonly codec: number;
  readonly statistics: ChunkStatistics;
}

/** The pages of a column's rows, packed while the thread does other things. */
async function packedPages(column: Column, from: number, to: number): Promise<Pages> {
  const { dictionary, data } = pagesOf(column, from, to);
  const isPacked = data.length + (dictionary?.bytes.length ?? 0) >= leastPacked;
  const page = async (bytes: Uint8Array<ArrayBuffer>): Promise<Page> => ({
    size: bytes.length,
    packed: isPacked ? await gzip(bytes) : bytes,
  });
  return {
    dictionary: dictionary && { ...(await page(dictionary.bytes)), words: dictionary.words },
    data: await page(data),
    codec: isPacked ? codecs.gzip : codecs.none,
    statistics: statisticsOf(column, from, to),
  };
}

const gzip = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());

function pagesOf(column: Column, from: number, to: number) {
  const { valid } = column;
  const present: number[] = [];
  for (let row = from; row < to; row++) if (!valid || valid[row] === 1) present.push(row);
  const data = new Bytes();
  if (valid) {
    const levels = new Bytes();
    levels.hybrid(valid.subarray(from, to), 1);
    data.uint32(levels.length);
    data.bytes(levels.taken());
  }
  if (column.type !== "text") {
    const values = present.map((row) => column.values[row] as number);
    if (column.type === "boolean") data.bits(values, 1);
    else data.bytes(new Uint8Array((column.type === "int32" ? Int32Array.from(values) : Float64Array.from(values)).buffer));
    return { dictionary: null, data: data.taken() };
  }
  const words = new Bytes();
  const places = new Map<number, number>();
  const codes = present.map((row) => {
    const code = column.codes[row] as number;
    let place = places.get(code);
    if (place === undefined) {
      place = places.size;
      places.set(code, place);
      const word = new TextEncoder().encode(column.dictionary[code] ?? "");
      words.uint32(word.length);
      words.bytes(word);
    }
    return place;
  });
  const width = Math.max(1, 32 - Math.clz32(Math.max(0, places.size - 1)));
  data.byte(width);
  if (codes.length > 0) data.hybrid(codes, width);
  return { dictionary: { bytes: words.taken(), words: places.size }, data: data.taken() };
}

/** Writes a column's pages of one row group; answers what the file's metadata say of them. `size` is unpacked, in bytes. */
function writeChunk(
  file: Bytes,
  column: Pick<Column, "name" | "type">,
  pages: Pages,
  rows: number,
): { thrift: Thrift; size: number } {
  const start = file.length;
  let size = 0;
  const page = (type: number, { size: plain, packed }: Page, header: readonly [number, Thrift]): void => {
    const before = file.length;
    file.thrift(struct([1, i32(type)], [2, i32(plain)], [3, i32(packed.length)], header));
    size += file.length - before + plain;
    file.bytes(packed);
  };
  const { dictionary, data, codec, statistics } = pages;
  if (dictionary) page(2, dictionary, [7, struct([1, i32(dictionary.words)], [2, i32(encodings.plain)])]);
  const dataStart = file.length;
  const encoding = dictionary ? encodings.dictionary : encodings.plain;
  page(0, data, [5, struct([1, i32(rows)], [2, i32(encoding)], [3, i32(encodings.rle)], [4, i32(encodings.rle)])]);
  const metadata = struct(
    [1, i32(types[column.type])],
    [2, list([...new Set([encodings.plain, encodings.rle, encoding])].map(i32))],
    [3, list([binary(column.name)])],
    [4, i32(codec)],
    [5, i64(rows)],
    [6, i64(size)],
    [7, i64(file.length - start)],
    [9, i64(dataStart)],
    ...(dictionary ? ([[11, i64(start)]] as const) : []),
    [
      12,
      struct(
        [3, i64(statistics.missing)],
        ...(statistics.bounds
          ? ([
              [5, binary(statistics.bounds.most)],
              [6, binary(statistics.bounds.least)],
            ] as const)
          : []),
      ),
    ],
  );
  return { thrift: struct([2, i64(start)], [3, metadata]), size };
}

type Thrift =
  | { readonly type: 5 | 6; readonly value: number }
  | { readonly type: 8; readonly value: string | Uint8Array }
  | { readonly type: 9; readonly items: readonly Thrift[] }
  | { readonly type: 12; readonly fields: readonly (readonly [id: number, value: Thrift])[] };
const i32 = (value: number): Thrift => ({ type: 5, value });
const i64 = (value: number): Thrift => ({ type: 6, value });
const binary = (value: string | Uint8Array): Thrift => ({ type: 8, value });
/** Of structs, where it may be empty. */
const list = (items: readonly Thrift[]): Thrift => ({ type: 9, items });
/** Fields in the order of their ids. */
const struct = (...fields: readonly (readonly [id: number, value: Thrift])[]): Thrift => ({ type: 12, fields });

/** Bytes that grow, little-endian. */
class Bytes {
  length = 0;
  private buffer = new Uint8Array(1024);

  private room(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.buffer.length, this.length + more));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
  byte(value: number): void {
    this.room(1);
    this.buffer[this.length++] = value;
  }
  bytes(values: Uint8Array): void {
    this.room(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }
  text(value: string): void {
    this.bytes(new TextEncoder().encode(value));
  }
  uint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 255);
  }
  varint(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }
  /** Numbers of `width` bits each, the lowest bit first. */
  bits(values: ArrayLike<number>, width: number): void {
    let held = 0;
    let count = 0;
    for (let at = 0; at < values.length; at++) {
      held |= (values[at] as number) << count;
      for (count += width; count >= 8; count -= 8) {
        this.byte(held & 255);
        held >>>= 8;
      }
    }
    if (count > 0) this.byte(held & 255);
  }
  /** One run of bit-packed numbers, in whole groups of eight. */
  hybrid(values: ArrayLike<number>, width: number): void {
    const groups = Math.ceil(values.length / 8);
    this.varint(groups * 2 + 1);
    const whole = new Uint32Array(groups * 8);
    whole.set(values);
    this.bits(whole, width);
  }
  thrift(value: Thrift): void {
    switch (value.type) {
      case 5:
      case 6:
        return this.varint(value.value < 0 ? -2 * value.value - 1 : 2 * value.value);
      case 8: {
        const bytes = typeof value.value === "string" ? new TextEncoder().encode(value.value) : value.value;
        this.varint(bytes.length);
        return this.bytes(bytes);
      }
      case 9: {
        const { items } = value;
        const type = items[0]?.type ?? 12;
        this.byte((Math.min(15, items.length) << 4) | type);
        if (items.length >= 15) this.varint(items.length);
        for (const item of items) this.thrift(item);
        return undefined;
      }
      case 12: {
        let before = 0;
        for (const [id, field] of value.fields) {
          this.byte(((id - before) << 4) | field.type);
          this.thrift(field);
          before = id;
        }
        return this.byte(0);
      }
    }
  }
  /** A copy of what was written. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }
}
