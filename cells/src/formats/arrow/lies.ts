// Counts and lengths of an Arrow file, held against its size before anybody makes lists or loops of them.

import type { Table as ArrowTable } from "@uwdata/flechette";

/** Fields of tables of FlatBuffers that are lists, by their place: the size of an item, and of lists of tables what they are of. */
interface Lists {
  readonly [field: number]: { readonly size: number; readonly of?: Lists };
}
const keyValues = { size: 4 };
const field: { [place: number]: { readonly size: number; readonly of?: Lists } } = { 6: keyValues };
field[5] = { size: 4, of: field };
const schema: Lists = { 1: { size: 4, of: field }, 2: keyValues };
const recordBatch: Lists = { 1: { size: 16 }, 2: { size: 16 }, 4: { size: 8 } };

/** Message.fbs: header_type. */
const headers = { schema: 1, dictionaryBatch: 2, recordBatch: 3 } as const;
const deepest = 64;

/** Lists of the footer, of the schema and of each batch are no longer than what they stand in. Fails with a RangeError. */
export function refuseLyingCounts(bytes: Uint8Array, isFile: boolean): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isFile) {
    let at = 0;
    while (at + 8 <= bytes.length) at = refuseLyingMessage(view, at);
    return;
  }
  const footerSize = view.getInt32(bytes.length - 10, true);
  const start = bytes.length - 10 - footerSize;
  if (footerSize <= 0 || start < 8) throw new RangeError("the footer is no footer");
  const root = start + view.getUint32(start, true);
  const place = fieldAt(view, root, 1);
  if (place === 0) throw new RangeError("the footer has no schema");
  refuseLists(view, place + view.getUint32(place, true), schema, footerSize);
  for (const nth of [2, 3]) {
    const list = fieldAt(view, root, nth);
    if (list === 0) continue;
    const from = list + view.getUint32(list, true);
    const count = view.getUint32(from, true);
    if (count * 24 > footerSize) throw new RangeError("the footer lists more batches than it holds");
    for (let block = 0; block < count; block++) refuseLyingMessage(view, Number(view.getBigInt64(from + 4 + 24 * block, true)));
  }
}

/** Gives the place behind the message and its body; the end where there is no further one. */
function refuseLyingMessage(view: DataView, at: number): number {
  const isMarked = view.getInt32(at, true) === -1;
  const size = view.getInt32(isMarked ? at + 4 : at, true);
  const from = at + (isMarked ? 8 : 4);
  if (size === 0) return view.byteLength;
  if (size < 0 || from + size > view.byteLength) throw new RangeError("a message is longer than the file");
  const root = from + view.getUint32(from, true);
  const [typePlace, headerPlace, bodyPlace] = [1, 2, 3].map((nth) => fieldAt(view, root, nth)) as [number, number, number];
  const type = typePlace === 0 ? 0 : view.getUint8(typePlace);
  if (headerPlace > 0) {
    const header = headerPlace + view.getUint32(headerPlace, true);
    if (type === headers.schema) refuseLists(view, header, schema, size);
    if (type === headers.recordBatch) refuseLists(view, header, recordBatch, size);
    const data = type === headers.dictionaryBatch ? fieldAt(view, header, 1) : 0;
    if (data > 0) refuseLists(view, data + view.getUint32(data, true), recordBatch, size);
  }
  const body = bodyPlace === 0 ? 0 : Number(view.getBigInt64(bodyPlace, true));
  if (body < 0 || from + size + body > view.byteLength) throw new RangeError("a batch is longer than the file");
  return from + size + body;
}

function refuseLists(view: DataView, table: number, lists: Lists, most: number, depth = 0): void {
  if (depth > deepest) throw new RangeError("fields nest too deep");
  for (const [nth, { size, of }] of Object.entries(lists)) {
    const place = fieldAt(view, table, Number(nth));
    if (place === 0) continue;
    const list = place + view.getUint32(place, true);
    const count = view.getUint32(list, true);
    if (count * size > most) throw new RangeError("a list is longer than what it stands in");
    for (let item = 0; of && item < count; item++) {
      const at = list + 4 + 4 * item;
      refuseLists(view, at + view.getUint32(at, true), of, most, depth + 1);
    }
  }
}

/** Where a table's nth field stands, 0 where it has none. */
function fieldAt(view: DataView, at: number, nth: number): number {
  const table = at - view.getInt32(at, true);
  const slot = 4 + 2 * nth;
  const offset = slot < view.getUint16(table, true) ? view.getUint16(table + slot, true) : 0;
  return offset === 0 ? 0 : at + offset;
}

interface Batch {
  readonly length: number;
  readonly values?: ArrayLike<unknown>;
  readonly offsets?: ArrayLike<number | bigint>;
  readonly children?: readonly Batch[];
  readonly validity?: Uint8Array;
  readonly nullCount: number;
}

/** Beyond them no column has as many rows of nothing. */
const mostOfNothing = 1 << 24;

/** Each column has as many values as it has rows. Fails with a RangeError. */
export function refuseLyingBatches(table: ArrowTable): void {
  for (let at = 0; at < table.numCols; at++) {
    const column = table.getChildAt(at);
    if (column.length !== table.numRows) throw new RangeError("columns of different lengths");
    for (const batch of column.data as readonly Batch[]) refuseLying(batch);
  }
}

function refuseLying(batch: Batch): void {
  const { length, values, offsets, validity, nullCount } = batch;
  if (length < 0 || length > mostOfNothing * 64) throw new RangeError("a batch of too many rows");
  if (length === 0) return;
  if (nullCount > 0 && validity && validity.length > 0 && validity.length * 8 < length)
    throw new RangeError("too few marks of missing values");
  if (offsets && offsets.length > 0) {
    if (offsets.length < length) throw new RangeError("too few offsets");
    const last = Number(offsets[Math.min(length, offsets.length - 1)]);
    if (last < 0 || (values && !batch.children?.length && last > values.length)) throw new RangeError("offsets beyond the end");
  } else if (values && values.length * 8 < length) throw new RangeError("fewer values than rows");
  else if (!values?.length && !batch.children?.length && length > mostOfNothing) throw new RangeError("a batch of too many rows");
}
