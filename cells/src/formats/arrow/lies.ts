// Counts and lengths of an Arrow file, held against its size before anybody makes lists or loops of them.

import type { Table as ArrowTable } from "@uwdata/flechette";

/** The footer's lists of batches (File.fbs: Block is 24 bytes) and its fields. Fails with a RangeError. */
export function refuseLyingCounts(bytes: Uint8Array, isFile: boolean): void {
  if (!isFile) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const footerSize = view.getInt32(bytes.length - 10, true);
  const start = bytes.length - 10 - footerSize;
  if (footerSize <= 0 || start < 8) throw new RangeError("the footer is no footer");
  const root = start + view.getUint32(start, true);
  for (const nth of [2, 3]) {
    const count = lengthOf(view, root, nth);
    if (count * 24 > footerSize) throw new RangeError("the footer lists more batches than it holds");
  }
  const table = root - view.getInt32(root, true);
  const schema = view.getUint16(table, true) > 6 ? view.getUint16(table + 6, true) : 0;
  if (schema === 0) throw new RangeError("the footer has no schema");
  const place = root + schema;
  if (lengthOf(view, place + view.getUint32(place, true), 1) * 4 > footerSize)
    throw new RangeError("the schema lists more fields than it holds");
}

/** Of the list that is a table's nth field, 0 where it has none. */
function lengthOf(view: DataView, at: number, nth: number): number {
  const table = at - view.getInt32(at, true);
  const slot = 4 + 2 * nth;
  const field = slot < view.getUint16(table, true) ? view.getUint16(table + slot, true) : 0;
  if (field === 0) return 0;
  const list = at + field + view.getUint32(at + field, true);
  return view.getUint32(list, true);
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
const mostOfNothing = 1 << 27;

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
  if (length < 0 || length > mostOfNothing * 8) throw new RangeError("a batch of too many rows");
  if (length === 0) return;
  if (nullCount > 0 && validity && validity.length > 0 && validity.length * 8 < length)
    throw new RangeError("too few marks of missing values");
  if (offsets && offsets.length > 0) {
    if (offsets.length < length) throw new RangeError("too few offsets");
    const last = Number(offsets[Math.min(length, offsets.length - 1)]);
    if (last < 0 || (values && !batch.children?.length && last > values.length)) throw new RangeError("offsets beyond the end");
  } else if (values && values.length * 8 < length) throw new RangeError("fewer values than rows");
  else if (!values && !batch.children?.length && length > mostOfNothing) throw new RangeError("a batch of too many rows");
}
