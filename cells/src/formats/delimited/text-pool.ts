// Distinct texts of one column while it is read: found by a hash of their bytes, numbered in order of first appearance,
// made into strings once, at the end.

import { FailureError, failure } from "../../base/failure.ts";
import { textsFromBytes } from "../../artifacts/text-bytes.ts";

/** The running hash of a text, byte by byte, from 0: kept inline by the parser, which sees every byte anyway. */
export const hashByte = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** Neighbouring names have neighbouring hashes: the finisher of MurmurHash3 (Appleby 2011) takes them apart. */
function spread(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Texts that lie in a buffer, entry by entry. */
export interface TextsInBuffer {
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly hashes: Int32Array;
}

export class TextPool {
  private bytes = new Uint8Array(64);
  private offsets = new Int32Array(9);
  private hashes = new Int32Array(9);
  private slots = new Int32Array(16);
  count = 0;

  /** The code of the text in [start, end) of `from`, whose hash is `hash`. */
  intern(from: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    const { slots, hashes, offsets, bytes } = this;
    const length = end - start;
    let slot = spread(hash) & mask;
    for (;;) {
      const code = (slots[slot] as number) - 1;
      if (code < 0) break;
      if (hashes[code] === hash) {
        const at = offsets[code] as number;
        if ((offsets[code + 1] as number) - at === length) {
          let i = 0;
          while (i < length && bytes[at + i] === from[start + i]) i++;
          if (i === length) return code;
        }
      }
      slot = (slot + 1) & mask;
    }
    return this.add(from, start, end, hash, slot);
  }

  /** `intern` for many texts at once: each look-up waits for memory, and here the processor may wait for several together. */
  internMany(from: Uint8Array, texts: TextsInBuffer, first: number, last: number, codes: Int32Array, row: number): void {
    const { starts, lengths, hashes: wanted } = texts;
    let { slots, hashes, offsets, bytes } = this;
    let mask = slots.length - 1;
    for (let k = first; k < last; k++, row++) {
      const hash = wanted[k] as number;
      const length = lengths[k] as number;
      const start = starts[k] as number;
      let slot = spread(hash) & mask;
      let found = -1;
      for (;;) {
        const code = (slots[slot] as number) - 1;
        if (code < 0) break;
        if (hashes[code] === hash) {
          const at = offsets[code] as number;
          if ((offsets[code + 1] as number) - at === length) {
            // Two bytes and less have hashes of their own: a bijection of the first, shifted out of reach of the second.
            let i = length > 2 ? 0 : length;
            while (i < length && bytes[at + i] === from[start + i]) i++;
            if (i === length) {
              found = code;
              break;
            }
          }
        }
        slot = (slot + 1) & mask;
      }
      if (found < 0) {
        found = this.add(from, start, start + length, hash, slot);
        ({ slots, hashes, offsets, bytes } = this);
        mask = slots.length - 1;
      }
      codes[row] = found;
    }
  }

  internText(text: string): number {
    const bytes = new TextEncoder().encode(text);
    let hash = 0;
    for (let i = 0; i < bytes.length; i++) hash = hashByte(hash, bytes[i] as number);
    return this.intern(bytes, 0, bytes.length, hash);
  }

  private add(from: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.count++;
    const at = this.offsets[code] as number;
    const size = at + end - start;
    if (size > this.bytes.length) this.bytes = grown(this.bytes, Math.max(size, this.bytes.length * 2));
    if (code + 2 > this.offsets.length) {
      this.offsets = grown(this.offsets, this.offsets.length * 2);
      this.hashes = grown(this.hashes, this.hashes.length * 2);
    }
    for (let i = start, to = at; i < end; i++, to++) this.bytes[to] = from[i] as number;
    this.offsets[code + 1] = size;
    this.hashes[code] = hash;
    this.slots[slot] = code + 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    // Large tables grow slower: memory is what is short then.
    const slots = new Int32Array(this.slots.length * (this.slots.length < 1 << 16 ? 4 : 2));
    const mask = slots.length - 1;
    for (let code = 0; code < this.count; code++) {
      const hash = this.hashes[code] as number;
      let slot = spread(hash) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
  }

  /** The distinct texts by code; the pool takes no more afterwards. Null when one of them is not UTF-8: `firstBroken` says which. */
  takeTexts(): string[] | null {
    this.hashes = new Int32Array(0);
    this.slots = new Int32Array(0);
    const texts = textsFromBytes(this.offsets.subarray(0, this.count + 1), this.bytes, true);
    if (texts) {
      this.bytes = new Uint8Array(0);
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

const largest = 1 << 30;

/** A longer copy. More than 1 GiB of distinct texts in one column is refused rather than tried. */
function grown<T extends Uint8Array | Int32Array>(array: T, length: number): T {
  if (length * array.BYTES_PER_ELEMENT > largest * 2) throw new FailureError(failure("load.column-too-large", {}));
  const longer = new (array.constructor as new (length: number) => T)(length);
  longer.set(array);
  return longer;
}
