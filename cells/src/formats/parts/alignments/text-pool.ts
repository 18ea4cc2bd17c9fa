// Texts of a column as they are collected: bytes one behind another, made strings at once at the end. Equal texts are one where
// there are many such.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";
import { words } from "./words.ts";

export class TextPool {
  bytes = new Uint8Array(1 << 16);
  /** Where the text that is being written ends. */
  at = 0;
  private ends = new Int32Array(1 << 10);
  private rows = 0;
  private missing: number[] = [];

  /** Makes room for so many more bytes, which are then written at `at`. */
  room(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 4, this.at + length));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  add(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    // Short ones: a call of `set` costs more than its bytes.
    for (let byte = start; byte < end; byte++) this.bytes[this.at++] = from[byte] as number;
  }

  /** Long ones: by the platform's own copy. */
  copy(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    this.bytes.set(from.subarray(start, end), this.at);
    this.at += end - start;
  }

  /** Adds a number to every byte; a byte that is none of a text then is refused as all such are. */
  raise(by: number): void {
    const { bytes, at } = this;
    const whole = at >> 2;
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
    const four = by * 0x01010101;
    for (let place = 0; place < whole; place++) {
      const word = words[place] as number;
      if ((word & 0x80808080) !== 0) refuse("qual");
      words[place] = word + four;
    }
    for (let place = whole * 4; place < at; place++) bytes[place] = (bytes[place] as number) + by;
  }

  text(text: string): void {
    this.room(text.length * 3);
    this.at += new TextEncoder().encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  /** A whole number. */
  number(value: number): void {
    this.room(12);
    if (value < 0) {
      this.bytes[this.at++] = 45;
      this.number(-value);
      return;
    }
    let places = 1;
    for (let above = 10; above <= value; above *= 10) places++;
    let left = value;
    for (let at = this.at + places - 1; at >= this.at; at--) {
      const rest = Math.floor(left / 10);
      this.bytes[at] = 48 + left - rest * 10;
      left = rest;
    }
    this.at += places;
  }

  /** The text of this row is written. */
  endRow(isMissing = false): void {
    if (this.rows === this.ends.length) {
      const larger = new Int32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    if (isMissing) this.missing.push(this.rows);
    this.ends[this.rows++] = this.at;
  }

  column(name: string, more: ColumnMore = {}): TextColumn {
    const { bytes, ends, rows, missing } = this;
    const used = bytes.subarray(0, this.at);
    const isAscii = isPlain(used);
    // What is no text is refused by who reads it, never replaced.
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const all = isAscii ? decoder.decode(used) : "";
    const codes = new Int32Array(rows);
    const dictionary: string[] = [];
    const known = new Map<string, number>();
    /** Most rows have a text of their own (names, sequences): looking for equal ones costs more than it saves. */
    let areOwn = false;
    let before = 0;
    for (let row = 0, start = 0; row < rows; row++) {
      const end = ends[row] as number;
      if (row > 0 && !areOwn && isSame(bytes, before, start, end)) {
        codes[row] = codes[row - 1] as number;
        before = start;
        start = end;
        continue;
      }
      before = start;
      const text = isAscii ? all.slice(start, end) : textOf(decoder, bytes.subarray(start, end), name);
      let code = areOwn ? undefined : known.get(text);
      if (code === undefined) {
        code = dictionary.push(text) - 1;
        if (!areOwn) known.set(text, code);
      }
      codes[row] = code;
      start = end;
      if (row === sampled) areOwn = dictionary.length * 4 > sampled * 3;
    }
    const valid = missing.length > 0 ? new Uint8Array(rows).fill(1) : null;
    for (const row of missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "text", ...moreOf(more), codes, dictionary, valid };
  }
}

/** Rows after which it is told whether most have a text of their own. */
const sampled = 512;

/** No byte above 127, four at a time. */
function isPlain(bytes: Uint8Array): boolean {
  const whole = bytes.length >> 2;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, whole);
  let high = 0;
  for (let at = 0; at < whole; at++) high |= words[at] as number;
  for (let at = whole * 4; at < bytes.length; at++) high |= (bytes[at] as number) & 128;
  return (high & 0x80808080) === 0;
}

/** The text in [start, end) is the one from `before` to `start`. */
function isSame(bytes: Uint8Array, before: number, start: number, end: number): boolean {
  const length = end - start;
  if (start - before !== length || length > 32) return false;
  for (let at = 0; at < length; at++) if (bytes[before + at] !== bytes[start + at]) return false;
  return true;
}

function textOf(decoder: TextDecoder, bytes: Uint8Array, column: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse(column);
  }
}

const refuse = (column: string): never => words.fail("not-text", { column });

/** Whole numbers of a column as they are collected. */
export class NumberPool {
  private values = new Int32Array(1 << 10);
  private rows = 0;
  private missing: number[] = [];

  add(value: number): void {
    if (this.rows === this.values.length) {
      const larger = new Int32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.rows++] = value;
  }

  addMissing(): void {
    this.missing.push(this.rows);
    this.add(0);
  }

  column(name: string, more: ColumnMore = {}) {
    const valid = this.missing.length > 0 ? new Uint8Array(this.rows).fill(1) : null;
    for (const row of this.missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "int32" as const, ...moreOf(more), values: this.values.slice(0, this.rows), valid };
  }
}
