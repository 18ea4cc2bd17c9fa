// Room for the arrays of pools of texts in the memory of the program that looks texts up (record-scan.ts). It does not grow: a pool
// that finds none any more has its arrays elsewhere, and is asked by itself.

/** A pool whose arrays lie in the room. */
export interface PoolArrays {
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  readonly hashes: Int32Array;
  readonly count: number;
  /** The text after the last that was found, which comes next where texts come in order. */
  readonly next: number;
  /** A new text of so many bytes may be a word for a missing cell. */
  readonly longestMissing: number;
}
/** What was looked up, and taken in where it was new, of the entries before `to`: there a new text is for the pool. */
export interface LookedUp {
  readonly to: number;
  readonly codes: Int32Array;
  readonly count: number;
  readonly next: number;
}

export class PoolRoom {
  readonly lookUp: (pool: PoolArrays, first: number, last: number) => LookedUp;
  /** Slots, all of them free, for texts of these hashes. */
  readonly fillSlots: (slots: Int32Array, hashes: Int32Array, count: number) => void;
  private readonly buffer: ArrayBuffer;
  private readonly end: number;
  private at: number;
  /** Places that were given back, by their size. */
  private readonly free = new Map<number, number[]>();

  constructor(buffer: ArrayBuffer, from: number, size: number, lookUp: PoolRoom["lookUp"], fillSlots: PoolRoom["fillSlots"]) {
    this.buffer = buffer;
    this.at = from;
    this.end = from + size;
    this.lookUp = lookUp;
    this.fillSlots = fillSlots;
  }

  /** Zeros; null where there is no room. */
  integers(length: number): Int32Array<ArrayBuffer> | null {
    const at = this.take(4 * length);
    return at < 0 ? null : new Int32Array(this.buffer, at, length).fill(0);
  }
  bytes(length: number): Uint8Array<ArrayBuffer> | null {
    const at = this.take(length);
    return at < 0 ? null : new Uint8Array(this.buffer, at, length).fill(0);
  }

  holds(array: Uint8Array | Int32Array): boolean {
    return array.buffer === this.buffer;
  }

  giveBack(array: Uint8Array | Int32Array): void {
    if (!this.holds(array)) return;
    const size = sizeOf(array.byteLength);
    const places = this.free.get(size);
    if (places) places.push(array.byteOffset);
    else this.free.set(size, [array.byteOffset]);
  }

  private take(length: number): number {
    const size = sizeOf(length);
    const free = this.free.get(size)?.pop();
    if (free !== undefined) return free;
    if (this.at + size > this.end) return -1;
    const { at } = this;
    this.at += size;
    return at;
  }
}

/** Sixteen bytes are read at a time, across the end. */
const sizeOf = (length: number): number => (length + 31) & ~15;
