// Plain records by a program in WebAssembly (cells/wasm/delimited-records.ts), for the parsers of tables and of matrices: the bytes
// lie in its memory, and what it takes of them stands there in typed arrays. Where none can be made (a page whose policy forbids
// it), null: the parsers read every record themselves, with the same answer.

import { slack, type TextsInBuffer } from "../text-pool.ts";
import { PoolRoom } from "./pool-room.ts";
import { program } from "./program.ts";

interface Program {
  readonly oddCells: WebAssembly.Global<"i32">;
  readonly hasLines: WebAssembly.Global<"i32">;
  readonly valuesTaken: WebAssembly.Global<"i32">;
  readonly areCounts: WebAssembly.Global<"i32">;
  setTable(
    width: number,
    batch: number,
    delimiter: number,
    quotes: boolean,
    states: number,
    texts: number,
    numbers: number,
    rows: number,
    odd: number,
    oddRoom: number,
    bytes: number,
  ): void;
  scanTable(from: number, to: number, place: number, rows: number, aside: number): number;
  scanRow(from: number, to: number, out: number, most: number): number;
  fillSlots(slots: number, mask: number, hashes: number, count: number): void;
  readonly texts: WebAssembly.Global<"i32">;
  readonly nextCode: WebAssembly.Global<"i32">;
  lookUp(
    first: number,
    last: number,
    slots: number,
    mask: number,
    offsets: number,
    bytes: number,
    hashes: number,
    mostTexts: number,
    mostBytes: number,
    count: number,
    next: number,
    longestMissing: number,
    codes: number,
  ): number;
}

interface Machine {
  readonly memory: WebAssembly.Memory;
  readonly program: Program;
}

/** Entries of a batch; tables of more columns are read without it. */
const mostEntries = 1 << 16;
/** Of a batch; a record beyond them waits for the next. */
const mostOdd = 1 << 14;
/** Room for bytes of the file; a block of more is read without it. */
const mostBytes = 1 << 23;
/** Room for distinct texts. */
const poolBytes = 64 << 20;

// Where things lie. The memory never grows, and pages of it that nobody wrote to take no room; below 2048 the program keeps its
// constants, and behind the bytes is room to read across their end.
const statesAt = 2048;
const textsAt = statesAt + mostEntries;
const numbersAt = textsAt + 12 * mostEntries;
const rowsAt = numbersAt + 8 * mostEntries;
const oddAt = rowsAt + 12 * mostEntries;
const codesAt = oddAt + 12 * mostOdd;
const poolsAt = codesAt + 4 * mostEntries;
const bytesAt = poolsAt + poolBytes;
const pages = Math.ceil((bytesAt + mostBytes + 64) / 65_536);

let compiled: WebAssembly.Module | null = null;
/** One that nobody uses. */
let idle: Machine | null = null;

function machine(): Machine | null {
  if (idle) {
    const taken = idle;
    idle = null;
    return taken;
  }
  try {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    // What a module exports has no type of its own; `Program` is what delimited-records.ts exports.
    return { memory, program: exports as unknown as Program };
  } catch {
    return null;
  }
}

/** Of a cell that is no plain number; of a short text in quotes, which may be a word for a missing cell. */
export type OddCell = "other" | "quoted";

export interface ScanOf {
  readonly columns: number;
  /** Rows at a time. */
  readonly batch: number;
  readonly delimiter: number;
  readonly quotes: boolean;
}

/** Blocks that need more room are read without it. */
export const mostScannedBytes = mostBytes;

export class RecordScan {
  /** Room for bytes of the file, and a view over it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView<ArrayBuffer>;
  /** Entry c * batch + r is row r of the batch, column c. */
  readonly texts: TextsInBuffer;
  /** What columns hold, as `ColumnsInProgress` has it. */
  readonly states: Uint8Array;
  /** By row of the batch: where the record ends, line ends inside it, where texts without their quotes end. */
  readonly recordEnds: Int32Array;
  readonly linesInside: Int32Array;
  readonly asides: Int32Array;
  /** Where pools of texts may have their arrays, so that texts are looked up here. */
  readonly pools: PoolRoom;
  private readonly odd: Int32Array;
  private readonly integers: Int32Array;
  private readonly floats: Float64Array;
  private readonly row: Float32Array;
  private readonly machine: Machine;
  private readonly batch: number;

  private constructor({ columns, batch, delimiter, quotes }: ScanOf, made: Machine) {
    const { buffer } = made.memory;
    const entries = columns * batch;
    const integersAt = (from: number, length: number): Int32Array => new Int32Array(buffer, from, length);
    this.machine = made;
    this.batch = batch;
    this.bytes = new Uint8Array(buffer, bytesAt, mostBytes);
    this.view = new DataView(buffer, bytesAt);
    this.states = new Uint8Array(buffer, statesAt, columns);
    this.texts = {
      starts: integersAt(textsAt, entries),
      lengths: integersAt(textsAt + 4 * entries, entries),
      hashes: integersAt(textsAt + 8 * entries, entries),
    };
    this.integers = integersAt(numbersAt, 2 * entries);
    this.floats = new Float64Array(buffer, numbersAt, entries);
    this.row = new Float32Array(buffer, numbersAt, 2 * entries);
    this.recordEnds = integersAt(rowsAt, batch);
    this.linesInside = integersAt(rowsAt + 4 * batch, batch);
    this.asides = integersAt(rowsAt + 8 * batch, batch);
    this.odd = integersAt(oddAt, 3 * mostOdd);
    const codes = integersAt(codesAt, mostEntries);
    const lookUp: PoolRoom["lookUp"] = (pool, first, last) => {
      const { slots, offsets, bytes, hashes } = pool;
      const to = made.program.lookUp(
        first,
        last,
        slots.byteOffset,
        slots.length - 1,
        offsets.byteOffset,
        bytes.byteOffset,
        hashes.byteOffset,
        // One more offset than texts.
        Math.min(hashes.length, offsets.length - 1),
        bytes.length - slack,
        pool.count,
        pool.next,
        pool.longestMissing,
        codesAt,
      );
      return { to, codes, count: made.program.texts.value, next: made.program.nextCode.value };
    };
    const fillSlots: PoolRoom["fillSlots"] = (slots, hashes, count) =>
      made.program.fillSlots(slots.byteOffset, slots.length - 1, hashes.byteOffset, count);
    this.pools = new PoolRoom(buffer, poolsAt, poolBytes, lookUp, fillSlots);
    made.program.setTable(columns, batch, delimiter, quotes, statesAt, textsAt, numbersAt, rowsAt, oddAt, mostOdd, bytesAt);
  }

  /**
   * Rows at a time: the more, the less there is to do between them. No power of two, for what lies such a number of bytes apart, as the
   * cells of a record do, has to share a few lines of the cache.
   */
  static batchFor(columns: number): number {
    return Math.max(16, Math.min(1008, Math.floor(mostEntries / columns)));
  }

  /** Null where it cannot be had, or is not for files of so many columns. */
  static take(asked: ScanOf): RecordScan | null {
    if (asked.columns * asked.batch > mostEntries) return null;
    const made = machine();
    return made && new RecordScan(asked, made);
  }

  /** It is used no more; another may have its memory. */
  giveBack(): void {
    idle = this.machine;
  }

  /** Records in [from, to) into rows [place, rows) of the batch. Answers how many were taken; what comes next is not for it, or beyond. */
  table(from: number, to: number, place: number, rows: number, aside: number): number {
    return this.machine.program.scanTable(from, to, place, rows, aside);
  }

  /** Of the last call: whether a record holds line ends. */
  get hasLines(): boolean {
    return this.machine.program.hasLines.value !== 0;
  }

  /** Cells of the last call that are to be looked at, in the order of the file, until `see` answers false. */
  eachOdd(see: (row: number, column: number, what: OddCell, start: number) => boolean): void {
    const { odd } = this;
    const count = this.machine.program.oddCells.value;
    for (let at = 0; at < 3 * count; at += 3) {
      const column = odd[at + 1] as number;
      const what = column >>> 30 === 0 ? "other" : "quoted";
      if (!see(odd[at] as number, column & 0x3fffffff, what, odd[at + 2] as number)) return;
    }
  }

  /** Whole numbers of a column, of `count` rows of the batch from `place` on, to `target` from `to` on. */
  copyIntegers(column: number, place: number, count: number, target: Int32Array, to: number): void {
    const from = 2 * column * this.batch + place;
    if (count >= shortCopy) target.set(this.integers.subarray(from, from + count), to);
    else for (let at = 0; at < count; at++) target[to + at] = this.integers[from + at] as number;
  }
  copyFloats(column: number, place: number, count: number, target: Float64Array, to: number): void {
    const from = column * this.batch + place;
    if (count >= shortCopy) target.set(this.floats.subarray(from, from + count), to);
    else for (let at = 0; at < count; at++) target[to + at] = this.floats[from + at] as number;
  }

  /** Where the last `rowOfNumbers` ended: at what ends the row, or at the delimiter before a cell that is not for it. */
  rowEnd = 0;
  /** Whether its numbers were all whole, not negative and written so. */
  get areCounts(): boolean {
    return this.machine.program.areCounts.value !== 0;
  }

  /** Numbers from the delimiter at `from` on, at most `most`, to `target` from `to` on. Answers how many. */
  rowOfNumbers(from: number, end: number, most: number, target: Float32Array, to: number): number {
    const { program: made } = this.machine;
    this.rowEnd = made.scanRow(from, end, numbersAt, most);
    const taken = made.valuesTaken.value;
    if (taken > 0) target.set(this.row.subarray(0, taken), to);
    return taken;
  }
}

/** Up to here a loop is faster than a view and a copy. */
const shortCopy = 24;
