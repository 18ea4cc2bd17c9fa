// The records of a BAM one after another (SAM specification 1.6, section 4.2), as they lie in memory: whoever reads them takes
// the fields that it needs. Each is measured before it is given out, so no field is read behind the end of its record.

import { joined } from "../../../base/joined-bytes.ts";
import { words } from "./words.ts";

/** Where the fields of a record stand, from its begin; its length is not counted in. */
export interface BamRecords {
  /** All of the record is in here, from `at`. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** False: no more is wanted. */
export type EachRecord = (records: BamRecords, at: number, end: number) => boolean;

export const flags = {
  unmapped: 4,
  reverse: 16,
  second: 128,
} as const;

/** A record may hold a read of some megabases. */
const largestRecord = 1 << 26;

/** Gives each record to `each`, in order. `sequences`: how many the header names. */
export async function walkRecords(
  pieces: AsyncIterable<Uint8Array>,
  sequences: number,
  name: string,
  each: EachRecord,
): Promise<void> {
  /** So many bytes are needed before the next record is whole. */
  let wanted = 4;
  const waiting: Uint8Array[] = [];
  let size = 0;
  let count = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    if (size < wanted) continue;
    const bytes = waiting.length === 1 ? piece : joined(waiting, size);
    waiting.length = 0;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const records: BamRecords = { bytes, view };
    let at = 0;
    wanted = 4;
    while (at + 4 <= bytes.length) {
      const length = view.getInt32(at, true);
      if (length < 32 || length > largestRecord)
        broken(name, count, words.sentence("what-length", { found: length, left: bytes.length - at }));
      const end = at + 4 + length;
      if (end > bytes.length) {
        wanted = 4 + length;
        break;
      }
      measure(view, bytes, at + 4, end, sequences, name, count);
      count++;
      if (!each(records, at + 4, end)) return;
      at = end;
    }
    size = bytes.length - at;
    if (size > 0) waiting.push(bytes.subarray(at));
  }
  if (size > 0) broken(name, count, words.sentence("what-cut"));
}

function measure(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
  sequences: number,
  name: string,
  count: number,
): void {
  const sequence = view.getInt32(at, true);
  const mate = view.getInt32(at + 20, true);
  if (sequence < -1 || sequence >= sequences || mate < -1 || mate >= sequences)
    broken(name, count, words.sentence("what-sequence", { found: sequence, sequences }));
  const letters = bytes[at + 8] as number;
  const bases = view.getInt32(at + 16, true);
  const operations = view.getUint16(at + 12, true);
  const fixed = 32 + letters + operations * 4 + ((bases + 1) >> 1) + bases;
  if (letters < 1 || bases < 0 || at + fixed > end) broken(name, count, words.sentence("what-fields"));
  if (bytes[at + 31 + letters] !== 0) broken(name, count, words.sentence("what-text"));
}

function broken(name: string, count: number, what: ReturnType<typeof words.sentence>): never {
  return words.fail("record-broken", { name, record: count + 1, what: { ...what } });
}

export const sequenceOf = (view: DataView, at: number): number => view.getInt32(at, true);
/** From 0. */
export const positionOf = (view: DataView, at: number): number => view.getInt32(at + 4, true);
export const qualityOf = (bytes: Uint8Array, at: number): number => bytes[at + 9] as number;
export const flagOf = (view: DataView, at: number): number => view.getUint16(at + 14, true);

/** Where the operations stand and how many: those of a long alignment are a tag (section 4.2.2). */
export interface Cigar {
  readonly at: number;
  readonly count: number;
}

export function cigarOf({ bytes, view }: BamRecords, at: number, end: number): Cigar {
  const own = at + 32 + (bytes[at + 8] as number);
  const count = view.getUint16(at + 12, true);
  if (count !== 2 || (view.getUint32(own, true) & 15) !== 4 || (view.getUint32(own + 4, true) & 15) !== 3)
    return { at: own, count };
  for (const tag of tagsOf({ bytes, view }, at, end)) {
    if (tag.name === "CG" && tag.type === "B" && (bytes[tag.at] === 0x49 || bytes[tag.at] === 0x69))
      return { at: tag.at + 5, count: view.getUint32(tag.at + 1, true) };
  }
  return { at: own, count };
}

/** Bases of the reference from the first to the last that is aligned: M, D, N, =, X. */
export function lengthOnReference({ view, bytes }: BamRecords, at: number): number {
  const own = at + 32 + (bytes[at + 8] as number);
  const count = view.getUint16(at + 12, true);
  let length = 0;
  for (let nth = 0; nth < count; nth++) {
    const operation = view.getUint32(own + nth * 4, true);
    // By bits of MIDNSHP=X.
    if ((0b110001101 >> (operation & 15)) & 1) length += operation >>> 4;
  }
  return length;
}

export interface Tag {
  readonly name: string;
  readonly type: string;
  /** Of its value, and behind it. */
  readonly at: number;
  readonly end: number;
}

/** Bytes of a value by the letter of its type (A c C, s S, i I f); 0: its length is told otherwise. */
const sizes = new Uint8Array(128);
for (const letter of "AcC") sizes[letter.charCodeAt(0)] = 1;
for (const letter of "sS") sizes[letter.charCodeAt(0)] = 2;
for (const letter of "iIf") sizes[letter.charCodeAt(0)] = 4;

/** Where the tags of a record begin. */
export function tagsAt({ bytes, view }: BamRecords, at: number): number {
  const bases = view.getInt32(at + 16, true);
  return at + 32 + (bytes[at + 8] as number) + view.getUint16(at + 12, true) * 4 + ((bases + 1) >> 1) + bases;
}

/** Of a value that begins at `at`; one of a type that is not known takes what is left. */
export function lengthOfTag(bytes: Uint8Array, view: DataView, type: number, at: number, end: number): number {
  const size = sizes[type & 127] as number;
  if (size > 0) return size;
  if (type === 0x5a || type === 0x48) {
    let zero = at;
    while (zero < end && bytes[zero] !== 0) zero++;
    return zero + 1 - at;
  }
  const item = type === 0x42 && at + 5 <= end ? (sizes[(bytes[at] as number) & 127] as number) : 0;
  return item === 0 ? end : 5 + item * view.getUint32(at + 1, true);
}

/** Tags of a record (section 4.2.4); stops where one would end behind the record. */
export function* tagsOf(records: BamRecords, at: number, end: number): Generator<Tag> {
  const { bytes, view } = records;
  for (let next = tagsAt(records, at); next + 3 <= end; ) {
    const value = next + 3;
    const stop = value + lengthOfTag(bytes, view, bytes[next + 2] as number, value, end);
    if (stop > end) return;
    const name = String.fromCharCode(bytes[next] as number, bytes[next + 1] as number);
    yield { name, type: String.fromCharCode(bytes[next + 2] as number), at: value, end: stop };
    next = stop;
  }
}
