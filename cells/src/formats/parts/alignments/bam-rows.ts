// A record of a BAM as a row (SAM specification 1.6, section 4.2), its texts written byte by byte as SAM writes them.

import { shortNumber } from "./short-number.ts";
import { type BamRecords, cigarOf, lengthOfTag, tagsAt } from "./bam-records.ts";
import type { RecordRows } from "./records-table.ts";
import type { TextPool } from "./text-pool.ts";

const operations = new TextEncoder().encode("MIDNSHP=X???????");
export function addBamRow(rows: RecordRows, records: BamRecords, at: number, end: number): void {
  const { bytes, view } = records;
  const letters = bytes[at + 8] as number;
  const operationCount = view.getUint16(at + 12, true);
  const length = view.getInt32(at + 16, true);
  rows.rows++;
  rows.rname.add(view.getInt32(at, true));
  addPosition(rows.pos, view.getInt32(at + 4, true));
  rows.mapq.add(bytes[at + 9] as number);
  rows.flag.add(view.getUint16(at + 14, true));
  rows.rnext.add(view.getInt32(at + 20, true));
  addPosition(rows.pnext, view.getInt32(at + 24, true));
  rows.tlen.add(view.getInt32(at + 28, true));
  const name = at + 32;
  // "*" is no name.
  const isNamed = letters > 1 && !(letters === 2 && bytes[name] === 42);
  if (isNamed) rows.qname.add(bytes, name, name + letters - 1);
  rows.qname.endRow(!isNamed);
  addCigar(rows.cigar, records, at, end);
  const sequence = name + letters + operationCount * 4;
  if (length > 0) rows.seq.addPacked(view, sequence, length);
  rows.seq.endRow(length === 0);
  const quality = sequence + ((length + 1) >> 1);
  const hasQuality = length > 0 && bytes[quality] !== 0xff;
  if (hasQuality) rows.qual.addQualities(view, quality, length);
  rows.qual.endRow(!hasQuality);
  addTags(rows, records, at, end);
}

const addPosition = (pool: RecordRows["pos"], from0: number): void => {
  if (from0 < 0) pool.addMissing();
  else pool.add(from0 + 1);
};

function addCigar(pool: TextPool, records: BamRecords, at: number, end: number): void {
  const { at: from, count } = cigarOf(records, at, end);
  for (let nth = 0; nth < count; nth++) {
    const operation = records.view.getUint32(from + nth * 4, true);
    pool.number(operation >>> 4);
    pool.byte(operations[operation & 15] as number);
  }
  pool.endRow(count === 0);
}

/** Names and types of tags as two bytes and one: a string of each would cost more than the rest of the record. */
const [nm, md, rg, cg] = [0x4d4e, 0x444d, 0x4752, 0x4743];
const text = 0x5a;

function addTags(rows: RecordRows, records: BamRecords, at: number, end: number): void {
  const { bytes, view } = records;
  let hasNm = false;
  let hasMd = false;
  let hasRg = false;
  let others = 0;
  for (let next = tagsAt(records, at); next + 3 <= end; ) {
    const name = view.getUint16(next, true);
    const type = bytes[next + 2] as number;
    const value = next + 3;
    const stop = value + lengthOfTag(bytes, view, type, value, end);
    if (stop > end) break;
    if (name === nm && !hasNm && type !== text) {
      rows.nm.add(numberOf(view, type, value));
      hasNm = true;
    } else if (name === md && !hasMd && type === text) {
      rows.md.add(bytes, value, stop - 1);
      hasMd = true;
    } else if (name === rg && !hasRg && type === text) {
      rows.rg.add(bytes, value, stop - 1);
      hasRg = true;
    } else if (name !== cg) {
      addOther(rows.others, records, next, stop, others++ > 0);
    }
    next = stop;
  }
  if (!hasNm) rows.nm.addMissing();
  rows.md.endRow(!hasMd);
  rows.rg.endRow(!hasRg);
  rows.others.endRow(others === 0);
}

/** As SAM writes it: whole numbers of any size are `i`. */
function addOther(pool: TextPool, { bytes, view }: BamRecords, at: number, end: number, isNext: boolean): void {
  const type = bytes[at + 2] as number;
  const value = at + 3;
  const isWhole = type !== text && type !== 0x41 && type !== 0x66 && type !== 0x42 && type !== 0x48;
  if (isNext) pool.byte(9);
  pool.byte(bytes[at] as number);
  pool.byte(bytes[at + 1] as number);
  pool.byte(58);
  pool.byte(isWhole ? 0x69 : type);
  pool.byte(58);
  if (isWhole) pool.number(numberOf(view, type, value));
  else if (type === 0x66) pool.text(shortNumber(numberOf(view, type, value), true));
  else if (type !== 0x42) pool.add(bytes, value, type === 0x41 ? end : end - 1);
  else {
    const item = bytes[value] as number;
    const count = view.getUint32(value + 1, true);
    const size = (end - value - 5) / count;
    const values: string[] = [String.fromCharCode(item)];
    for (let nth = 0; nth < count; nth++) values.push(shortNumber(numberOf(view, item, value + 5 + nth * size), item === 0x66));
    pool.text(values.join(","));
  }
}

/** By the letter of its type: c C s S f I, and i. */
export function numberOf(view: DataView, type: number, at: number): number {
  switch (type) {
    case 0x63:
      return view.getInt8(at);
    case 0x43:
      return view.getUint8(at);
    case 0x73:
      return view.getInt16(at, true);
    case 0x53:
      return view.getUint16(at, true);
    case 0x49:
      return view.getUint32(at, true);
    case 0x66:
      return view.getFloat32(at, true);
    default:
      return view.getInt32(at, true);
  }
}
