// A record of a BAM as a row (SAM specification 1.6, section 4.2), its texts written byte by byte as SAM writes them.

import { shortNumber } from "./short-number.ts";
import { type BamRecords, cigarOf, tagsOf, type Tag } from "./bam-records.ts";
import type { RecordRows } from "./records-table.ts";
import type { TextPool } from "./text-pool.ts";

const operations = new TextEncoder().encode("MIDNSHP=X???????");
/** Two bases a byte. */
const bases = new TextEncoder().encode("=ACMGRSVTWYHKDBN");
const pairs = new Uint16Array(256);
{
  // In the order of this machine's bytes, so that both letters are written at once.
  const bytes = new Uint8Array(pairs.buffer);
  for (let pair = 0; pair < 256; pair++) {
    bytes[pair * 2] = bases[pair >> 4] as number;
    bytes[pair * 2 + 1] = bases[pair & 15] as number;
  }
}
const pairLetters = new Uint8Array(pairs.buffer);

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
  addSequence(rows.seq, bytes, sequence, length);
  const quality = sequence + ((length + 1) >> 1);
  const hasQuality = length > 0 && bytes[quality] !== 0xff;
  if (hasQuality) {
    const pool = rows.qual;
    pool.room(length);
    const into = pool.bytes;
    let to = pool.at;
    for (let from = quality; from < quality + length; from++) into[to++] = (bytes[from] as number) + 33;
    pool.at = to;
  }
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
    pool.bytes[pool.at++] = operations[operation & 15] as number;
  }
  pool.endRow(count === 0);
}

function addSequence(pool: TextPool, bytes: Uint8Array, at: number, length: number): void {
  pool.room(length + 1);
  const into = pool.bytes;
  let to = pool.at;
  for (let from = at; from < at + ((length + 1) >> 1); from++) {
    const pair = (bytes[from] as number) * 2;
    into[to++] = pairLetters[pair] as number;
    into[to++] = pairLetters[pair + 1] as number;
  }
  pool.at += length;
  pool.endRow(length === 0);
}

function addTags(rows: RecordRows, records: BamRecords, at: number, end: number): void {
  let hasNm = false;
  let hasMd = false;
  let hasRg = false;
  let others = 0;
  for (const tag of tagsOf(records, at, end)) {
    if (tag.name === "NM" && !hasNm && tag.type !== "Z") {
      rows.nm.add(numberOf(records.view, tag));
      hasNm = true;
    } else if (tag.name === "MD" && !hasMd && tag.type === "Z") {
      rows.md.add(records.bytes, tag.at, tag.end - 1);
      hasMd = true;
    } else if (tag.name === "RG" && !hasRg && tag.type === "Z") {
      rows.rg.add(records.bytes, tag.at, tag.end - 1);
      hasRg = true;
    } else if (tag.name !== "CG") {
      addOther(rows.others, records, tag, others++ > 0);
    }
  }
  if (!hasNm) rows.nm.addMissing();
  rows.md.endRow(!hasMd);
  rows.rg.endRow(!hasRg);
  rows.others.endRow(others === 0);
}

/** As SAM writes it: whole numbers of any size are `i`. */
function addOther(pool: TextPool, { bytes, view }: BamRecords, tag: Tag, isNext: boolean): void {
  pool.room(8);
  if (isNext) pool.bytes[pool.at++] = 9;
  const isText = tag.type === "Z" || tag.type === "H" || tag.type === "A";
  const shown = isText || tag.type === "f" || tag.type === "B" ? tag.type : "i";
  pool.text(`${tag.name}:${shown}:`);
  if (isText) pool.add(bytes, tag.at, tag.type === "A" ? tag.end : tag.end - 1);
  else if (tag.type !== "B") pool.text(shortNumber(numberOf(view, tag), tag.type === "f"));
  else {
    const type = String.fromCharCode(bytes[tag.at] as number);
    const count = view.getUint32(tag.at + 1, true);
    const size = (tag.end - tag.at - 5) / count;
    const values: string[] = [type];
    for (let nth = 0; nth < count; nth++) {
      const from = tag.at + 5 + nth * size;
      values.push(shortNumber(numberOf(view, { ...tag, type, at: from }), type === "f"));
    }
    pool.text(values.join(","));
  }
}

export function numberOf(view: DataView, { type, at }: Tag): number {
  switch (type) {
    case "c":
      return view.getInt8(at);
    case "C":
      return view.getUint8(at);
    case "s":
      return view.getInt16(at, true);
    case "S":
      return view.getUint16(at, true);
    case "I":
      return view.getUint32(at, true);
    case "f":
      return view.getFloat32(at, true);
    default:
      return view.getInt32(at, true);
  }
}
