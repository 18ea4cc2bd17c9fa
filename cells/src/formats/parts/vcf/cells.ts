// Columns of sites while they are read: a value is put at its row, rows without one are missing.

import type { BooleanColumn, Column, NumberColumn, IntegerColumn, TextColumn } from "../../../artifacts/artifact.ts";
import type { ColumnMore } from "../../../artifacts/table.ts";
import { doubled, fitting, longer, noFloats, noIntegers, type Room } from "../delimited/grown-arrays.ts";
import { TextPool } from "../delimited/text-pool.ts";
import { words as loadWords } from "../words.ts";
import { isNothing, numberIn, wholeNumber } from "./number-bytes.ts";

const none = (): boolean => false;
/** Marks of rows that have a value, or null where all have. */
const marks = (valid: Uint8Array, rows: number, filled: number): Uint8Array | null =>
  filled === rows ? null : fitting(valid, rows);

export class TextCells {
  private readonly pool = new TextPool(none);
  private codes = new Int32Array(0);
  private valid = new Uint8Array(0);
  private filled = 0;
  private bytes: Uint8Array | null = null;
  private view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the last text stood in these bytes, so that the next one like it needs no look-up. */
  private lastStart = 0;
  private lastLength = -1;
  private lastCode = 0;
  private readonly room: Room;

  constructor(room: Room = doubled) {
    this.room = room;
  }

  get isEmpty(): boolean {
    return this.filled === 0;
  }

  /** `bytes` may be read 4 bytes beyond `end`, and are written no more as long as they are the same array. */
  put(row: number, bytes: Uint8Array, start: number, end: number): number {
    return this.putCode(row, this.codeOf(bytes, start, end));
  }

  /** The same for bytes that lie in a buffer which is written again. */
  putCopied(row: number, bytes: Uint8Array, start: number, end: number): number {
    return this.putCode(row, this.pool.intern(bytes, start, end));
  }

  private putCode(row: number, code: number): number {
    if (row >= this.codes.length) {
      const length = this.room(row + 1);
      this.codes = longer(this.codes, length);
      this.valid = longer(this.valid, length);
    }
    this.codes[row] = code;
    if (this.valid[row] === 0) this.filled++;
    this.valid[row] = 1;
    return code;
  }

  /** How many different texts there are. */
  get count(): number {
    return this.pool.count;
  }

  private codeOf(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.bytes !== bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    } else if (this.lastLength === length && equal(bytes, this.lastStart, start, length)) return this.lastCode;
    this.lastStart = start;
    this.lastLength = length;
    this.lastCode = this.pool.internAt(bytes, this.view, start, end);
    return this.lastCode;
  }

  /** Fails with "load.not-utf8"; `lineOf` gives the line of a row. */
  column(name: string, rows: number, lineOf: (row: number) => number, more: ColumnMore = {}): TextColumn {
    this.bytes = null;
    const isWhole = this.filled === rows;
    const empty = isWhole ? 0 : this.pool.emptyCode();
    const codes = rows > this.codes.length ? longer(this.codes, rows) : fitting(this.codes, rows);
    const valid = rows > this.valid.length ? longer(this.valid, rows) : this.valid;
    if (!isWhole) for (let row = 0; row < rows; row++) if (valid[row] === 0) codes[row] = empty;
    const dictionary = this.pool.takeTexts();
    if (dictionary === null) return this.refuse(name, codes, lineOf);
    return { name, type: "text", ...more, valid: marks(valid, rows, this.filled), codes, dictionary };
  }

  private refuse(column: string, codes: Int32Array, lineOf: (row: number) => number): never {
    return loadWords.fail("not-utf8", { line: lineOf(codes.indexOf(this.pool.firstBroken())), column });
  }
}

function equal(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

/** What was no number where one should stand. */
export interface Odd {
  readonly row: number;
  readonly value: string;
  readonly count: number;
}

/** Whole numbers, or any: what is whole becomes any with the first number that is not. */
export class NumberCells {
  /** Of 32 bits as long as each is whole. */
  private values: Int32Array | Float64Array;
  private valid = new Uint8Array(0);
  private filled = 0;
  private readonly room: Room;
  odd: Odd | null = null;

  constructor(isWhole: boolean, room: Room = doubled) {
    this.values = isWhole ? noIntegers : noFloats;
    this.room = room;
  }

  get isEmpty(): boolean {
    return this.filled === 0;
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): void {
    let value = wholeNumber(bytes, start, end);
    if (value !== value) {
      value = numberIn(bytes, start, end);
      if (value !== value) {
        if (isNothing(bytes, start, end)) return;
        const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 60)));
        this.odd = { row, value: text, ...this.odd, count: (this.odd?.count ?? 0) + 1 };
        return;
      }
    }
    this.set(row, value);
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) {
      const length = this.room(row + 1);
      this.values = longer(this.values, length);
      this.valid = longer(this.valid, length);
    }
    if (this.values instanceof Int32Array && (value | 0) !== value) this.values = Float64Array.from(this.values);
    this.values[row] = value;
    if (this.valid[row] === 0) this.filled++;
    this.valid[row] = 1;
  }

  column(name: string, rows: number, more: ColumnMore = {}): NumberColumn | IntegerColumn {
    const values = rows > this.values.length ? longer(this.values, rows) : fitting(this.values, rows);
    const valid = marks(rows > this.valid.length ? longer(this.valid, rows) : this.valid, rows, this.filled);
    return values instanceof Int32Array
      ? { name, type: "int32", ...more, valid, values }
      : { name, type: "float64", ...more, valid, values };
  }
}

/** A flag is there or not: no row lacks a value. */
export class FlagCells {
  private values = new Uint8Array(0);
  isEmpty = true;
  private readonly room: Room;

  constructor(room: Room) {
    this.room = room;
  }

  set(row: number): void {
    if (row >= this.values.length) this.values = longer(this.values, this.room(row + 1));
    this.values[row] = 1;
    this.isEmpty = false;
  }

  column(name: string, rows: number): BooleanColumn {
    const values = rows > this.values.length ? longer(this.values, rows) : fitting(this.values, rows);
    return { name, type: "boolean", valid: null, values };
  }
}

export type Cells = TextCells | NumberCells | FlagCells;

export const columnOfCells = (
  cells: Cells,
  name: string,
  rows: number,
  lineOf: (row: number) => number,
  more: ColumnMore = {},
): Column =>
  cells instanceof TextCells
    ? cells.column(name, rows, lineOf, more)
    : cells instanceof NumberCells
      ? cells.column(name, rows, more)
      : cells.column(name, rows);
