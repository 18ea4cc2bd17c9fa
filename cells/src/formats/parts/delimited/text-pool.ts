// Distinct texts of one column while it is read: found by a hash of their bytes, numbered in order of first appearance,
// made into strings once, at the end.

import { FailureError } from "../../../base/failure.ts";
import { textsFromBytes } from "../../../artifacts/text-bytes.ts";
import { isMissingText, longestMissing } from "./number-text.ts";
import type { PoolArrays, PoolRoom } from "./record-scan/pool-room.ts";
import { words } from "../words.ts";

/**
 * The hash of a text, four bytes at a time; what is left (0 to 3 bytes) is mixed in with its number. Texts of up to three
 * bytes have hashes of their own, since multiplying by an odd number loses nothing. `view` reads at least 4 bytes beyond
 * `end`. The parser has the same steps inline.
 */
export function hashOfText(view: DataView, start: number, end: number): number {
  let hash = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = hashWord(hash, view.getInt32(at, true));
  const left = end - at;
  return hashTail(hash, view.getInt32(at, true), left);
}
/** FNV's step (Fowler, Noll, Vo) on words, with a shift so that high bits reach low ones. */
export function hashWord(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x01000193);
  return mixed ^ (mixed >>> 15);
}
export const hashTail = (hash: number, word: number, left: number): number =>
  Math.imul(hash ^ (word & ((1 << (left << 3)) - 1)) ^ (left << 24), 0x01000193);

/** Neighbouring names have neighbouring hashes: the finisher of MurmurHash3 (Appleby 2011) takes them apart. */
function spread(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Whether `length` bytes at `a` and at `b` are the same, four at a time. */
function equalTexts(one: DataView, a: number, other: DataView, b: number, length: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) if (one.getInt32(a + at, true) !== other.getInt32(b + at, true)) return false;
  return ((one.getInt32(a + at, true) ^ other.getInt32(b + at, true)) & ((1 << ((length - at) << 3)) - 1)) === 0;
}

const slotWord = (mixed: number, code: number, slots: number): number => (mixed & ~(slots - 1)) | (code + 1);

/** Texts that lie in a buffer, entry by entry. */
export interface TextsInBuffer {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly hashes: Int32Array;
}

/** The texts of a pool by code: bytes [offsets[code], offsets[code + 1]), and room behind them to be read by words. */
export interface PooledTexts {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
  readonly count: number;
}

/** Bytes behind the last text, so that words may be read across its end. */
export const slack = 8;

let scratch = new Uint8Array(256);
let scratchView = new DataView(scratch.buffer);

export class TextPool {
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  private view = viewOf(this.bytes);
  private offsets: Int32Array<ArrayBuffer> = new Int32Array(9);
  private hashes: Int32Array<ArrayBuffer> = new Int32Array(9);
  /**
   * 0 = free, else a code + 1 in the low bits and above them the same bits of the spread hash, so that a text that is not
   * the one is mostly known by the slot alone. The length is a power of two, more than twice the number of codes.
   */
  private slots: Int32Array<ArrayBuffer> = new Int32Array(16);
  count = 0;
  /** The code after the last one that was found. */
  private next = 0;
  /** Codes of words that stand for a missing cell. */
  readonly missing: number[] = [];
  private readonly isMissing: (bytes: Uint8Array, start: number, end: number) => boolean;

  private readonly longestMissing: number;

  /** `longest`: no word for a missing cell has more bytes. */
  constructor(isMissing = isMissingText, longest = longestMissing) {
    this.isMissing = isMissing;
    this.longestMissing = longest;
  }

  /** The code of the text in [start, end) of `from`. */
  intern(from: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length + slack > scratch.length) {
      scratch = new Uint8Array(length * 2 + slack);
      scratchView = new DataView(scratch.buffer);
    }
    for (let i = 0; i < length; i++) scratch[i] = from[start + i] as number;
    return this.internAt(scratch, scratchView, 0, length);
  }

  /** The same without a copy: `view` is over `from`, and may be read 4 bytes beyond `end`. */
  internAt(from: Uint8Array, view: DataView, start: number, end: number): number {
    return this.find(from, view, start, end - start, hashOfText(view, start, end));
  }

  /**
   * Codes of the texts of entries [first, last), for rows from `row` on. `view` is over `from`. Where texts and arrays lie in the
   * memory of a program, it looks them up, and takes new ones in where it has the room and they are no word for a missing cell.
   */
  internMany(
    from: Uint8Array,
    view: DataView,
    { starts, lengths, hashes }: TextsInBuffer,
    first: number,
    last: number,
    codes: Int32Array,
    row: number,
  ): void {
    const code = (entry: number): number =>
      this.find(from, view, starts[entry] as number, lengths[entry] as number, hashes[entry] as number);
    let entry = first;
    while (entry < last) {
      if (this.room && this.isInRoom) {
        const { to, codes: found, count, next } = this.room.lookUp(this.arrays(), entry, last);
        codes.set(found.subarray(0, to - entry), row + entry - first);
        this.count = count;
        this.next = next;
        entry = to;
        if (entry === last) return;
      }
      codes[row + entry - first] = code(entry);
      entry++;
    }
  }

  private arrays(): PoolArrays {
    const { slots, offsets, bytes, hashes, count, next, longestMissing: longest } = this;
    return { slots, offsets, bytes, hashes, count, next, longestMissing: longest };
  }

  /** Where the arrays may lie so that texts are looked up by the program that took them; null: nowhere. */
  private room: PoolRoom | null = null;
  private isInRoom = false;

  /** The arrays go into the room, as far as there is any. */
  moveInto(room: PoolRoom): void {
    this.room = room;
    this.isInRoom = true;
    this.replace(this.moved(this.bytes), this.moved(this.offsets), this.moved(this.slots), this.moved(this.hashes));
  }

  /** What lies in the room is copied, so that others may have it. */
  leaveRoom(): void {
    if (!this.room) return;
    this.room = null;
    this.isInRoom = false;
    this.replace(this.bytes.slice(), this.offsets.slice(), this.slots.slice(), this.hashes.slice());
  }

  private replace(
    bytes: Uint8Array<ArrayBuffer>,
    offsets: Int32Array<ArrayBuffer>,
    slots: Int32Array<ArrayBuffer>,
    hashes: Int32Array<ArrayBuffer>,
  ): void {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.offsets = offsets;
    this.slots = slots;
    this.hashes = hashes;
  }

  private moved<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(array: T): T {
    const there = this.made(array, array.length);
    there.set(array);
    return there;
  }

  /** Zeros, in the room where there is any. */
  private made<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(like: T, length: number): T {
    const { room } = this;
    const isBytes = like instanceof Uint8Array;
    const there = this.isInRoom && room ? (isBytes ? room.bytes(length) : room.integers(length)) : null;
    if (!there) this.isInRoom = false;
    return (there ?? (isBytes ? new Uint8Array(length) : new Int32Array(length))) as T;
  }

  /** The code of one text, wherever its slot is; a new one gets a code. `hash` is `hashOfText` of it. */
  private find(from: Uint8Array, view: DataView, start: number, length: number, hash: number): number {
    const { slots, offsets, view: known } = this;
    const mask = slots.length - 1;
    const mixed = spread(hash);
    let slot = mixed & mask;
    for (;;) {
      const word = slots[slot] as number;
      const code = (word & mask) - 1;
      if (code < 0) return this.add(from, start, start + length, hash, slot);
      if (((word ^ mixed) & ~mask) === 0) {
        const at = offsets[code] as number;
        if ((offsets[code + 1] as number) - at === length && equalTexts(known, at, view, start, length)) return code;
      }
      slot = (slot + 1) & mask;
    }
  }

  private empty = -1;
  /** Code of "", which missing cells read. */
  emptyCode(): number {
    if (this.empty < 0) this.empty = this.internText("");
    return this.empty;
  }

  internText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.intern(bytes, 0, bytes.length);
  }

  private add(from: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.count++;
    if (this.isMissing(from, start, end)) this.missing.push(code);
    const at = this.offsets[code] as number;
    const size = at + end - start;
    if (size + slack > this.bytes.length) {
      this.bytes = this.grown(this.bytes, Math.max(size + slack, this.bytes.length * 2));
      this.view = viewOf(this.bytes);
    }
    if (code + 2 > this.offsets.length) {
      this.offsets = this.grown(this.offsets, this.offsets.length * 2);
      this.hashes = this.grown(this.hashes, this.hashes.length * 2);
    }
    for (let i = start, to = at; i < end; i++, to++) this.bytes[to] = from[i] as number;
    this.offsets[code + 1] = size;
    this.hashes[code] = hash;
    this.slots[slot] = slotWord(spread(hash), code, this.slots.length);
    if (this.count * 2 >= this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    // Large tables grow slower: memory is what is short then.
    const slots = this.made(this.slots, this.slots.length * (this.slots.length < 1 << 16 ? 4 : 2));
    if (this.room && this.isInRoom) this.room.fillSlots(slots, this.hashes, this.count);
    else fillSlots(slots, this.hashes, this.count);
    this.room?.giveBack(this.slots);
    this.slots = slots;
  }

  /** A longer copy. */
  private grown<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(array: T, length: number): T {
    if (!this.isInRoom) return longerOf(array, length);
    const longer = this.made(array, length);
    longer.set(array);
    this.room?.giveBack(array);
    return longer;
  }

  /** The distinct texts as they are, for a pool that takes them over; this one takes no more. */
  give(): PooledTexts {
    const { bytes, offsets, count } = this;
    this.hashes = new Int32Array(0);
    this.slots = new Int32Array(0);
    return { bytes, offsets: offsets.subarray(0, count + 1), count };
  }

  /** Takes the texts of another pool, in their order. Answers which code each of them has here. */
  takeOver({ bytes, offsets, count }: PooledTexts): Int32Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const codes = new Int32Array(count);
    for (let code = 0; code < count; code++)
      codes[code] = this.internAt(bytes, view, offsets[code] as number, offsets[code + 1] as number);
    return codes;
  }

  /** The distinct texts by code; the pool takes no more afterwards. Null when one of them is not UTF-8: `firstBroken` says which. */
  takeTexts(): string[] | null {
    this.hashes = new Int32Array(0);
    this.slots = new Int32Array(0);
    const texts = textsFromBytes(this.offsets.subarray(0, this.count + 1), this.bytes, true);
    if (texts) {
      this.bytes = new Uint8Array(0);
      this.view = viewOf(this.bytes);
      this.offsets = new Int32Array(1);
    }
    return texts;
  }

  /** Code of the first text that is not UTF-8, -1 when all are. */
  firstBroken(): number {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for (let code = 0; code < this.count; code++) {
      try {
        decoder.decode(this.bytes.subarray(this.offsets[code] as number, this.offsets[code + 1] as number));
      } catch {
        return code;
      }
    }
    return -1;
  }
}

function fillSlots(slots: Int32Array, hashes: Int32Array, count: number): void {
  const mask = slots.length - 1;
  for (let code = 0; code < count; code++) {
    const mixed = spread(hashes[code] as number);
    let slot = mixed & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = slotWord(mixed, code, slots.length);
  }
}

const viewOf = (bytes: Uint8Array<ArrayBuffer>): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const largest = 1 << 30;

/** A longer copy. More than 1 GiB of distinct texts in one column is refused rather than tried. */
function longerOf<T extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(array: T, length: number): T {
  if (length * array.BYTES_PER_ELEMENT > largest * 2) throw new FailureError(words.failure("column-too-large"));
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}
