// Texts of a column as they are collected: bytes one behind another, made strings piece by piece. Equal texts are one where there
// are many such.

import type { TextColumn } from "../../../artifacts/artifact.ts";
import { moreOf, type ColumnMore } from "../../../artifacts/table.ts";
import { lettersOfTwoBytes } from "./packed-letters.ts";
import { words } from "./words.ts";

/** Bytes that are made strings at once: in larger pieces the fresh memory of buffer and string costs more than the decoding. */
const pieceBytes = 1 << 15;
const pieceRows = 1 << 12;
/** Rows after which it is told whether most have a text of their own. */
const sampled = 512;

const encoder = new TextEncoder();
// What is no text is refused by who reads it, never replaced.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class TextPool {
  private bytes = new Uint8Array(pieceBytes);
  private view = new DataView(this.bytes.buffer);
  /** Where the text that is being written ends. */
  private at = 0;
  /** Of the rows whose texts are in `bytes`. */
  private readonly ends = new Int32Array(pieceRows);
  private waiting = 0;
  private codes = new Int32Array(pieceRows);
  private rows = 0;
  private readonly missing: number[] = [];
  private readonly dictionary: string[] = [];
  private readonly known = new Map<string, number>();
  /** Most rows have a text of their own (names, sequences): looking for equal ones costs more than it saves. */
  private areOwn = false;
  /** Bytes came from a file as they are: there may be some above 127. */
  private isForeign = false;
  private readonly name: string;

  /** `name` of the column. */
  constructor(name: string) {
    this.name = name;
  }

  add(from: Uint8Array, start: number, end: number): void {
    this.room(end - start);
    this.isForeign = true;
    // A call of `set` costs more than the bytes.
    const { bytes } = this;
    let { at } = this;
    for (let byte = start; byte < end; byte++) bytes[at++] = from[byte] as number;
    this.at = at;
  }

  byte(byte: number): void {
    this.room(1);
    this.isForeign ||= byte > 127;
    this.bytes[this.at++] = byte;
  }

  /** Letters of four bits each; a byte may be read behind them. */
  addPacked(from: DataView, start: number, length: number): void {
    this.room(length + 3);
    const { view } = this;
    const end = start + ((length + 1) >> 1);
    for (let byte = start, { at } = this; byte < end; byte += 2, at += 4)
      view.setUint32(at, lettersOfTwoBytes[from.getUint16(byte, true)] as number, true);
    this.at += length;
  }

  /** Qualities, numbers from 0, as the letters of SAM: 33 more. One that has none there is refused. */
  addQualities(from: DataView, start: number, length: number): void {
    this.room(length);
    const { view } = this;
    let { at } = this;
    let place = start;
    let high = 0;
    // Four at a time: none of them carries into the next where all are below 128.
    for (const whole = start + (length & ~3); place < whole; place += 4, at += 4) {
      const four = from.getUint32(place, true);
      high |= four | (four + 0x21212121);
      view.setUint32(at, four + 0x21212121, true);
    }
    for (const end = start + length; place < end; place++, at++) {
      const one = from.getUint8(place);
      high |= one | (one + 33);
      view.setUint8(at, one + 33);
    }
    this.at = at;
    if ((high & 0x80808080) !== 0) this.refuse();
  }

  text(text: string): void {
    this.room(text.length * 3);
    this.isForeign = true;
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  /** A whole number. */
  number(value: number): void {
    this.room(12);
    const { bytes } = this;
    let left = value;
    if (left < 0) {
      bytes[this.at++] = 45;
      left = -left;
    }
    let places = 1;
    for (let above = 10; above <= left; above *= 10) places++;
    this.at += places;
    for (let at = this.at - 1; places > 0; places--, at--) {
      const rest = Math.floor(left / 10);
      bytes[at] = 48 + left - rest * 10;
      left = rest;
    }
  }

  /** The text of this row is written. */
  endRow(isMissing = false): void {
    if (this.waiting === pieceRows) this.makeTexts();
    if (isMissing) this.missing.push(this.rows + this.waiting);
    this.ends[this.waiting++] = this.at;
  }

  column(more: ColumnMore = {}): TextColumn {
    this.makeTexts();
    const { name, rows, missing, dictionary } = this;
    const valid = missing.length > 0 ? new Uint8Array(rows).fill(1) : null;
    for (const row of missing) (valid as Uint8Array)[row] = 0;
    return { name, type: "text", ...moreOf(more), codes: this.codes.slice(0, rows), dictionary, valid };
  }

  /** For so many more bytes, which are then written at `at`. */
  private room(length: number): void {
    if (this.at + length > this.bytes.length) this.makeRoom(length);
  }

  private makeRoom(length: number): void {
    this.makeTexts();
    if (this.at + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
  }

  /** Of the rows that are written; what is written of the next stays, at the front. */
  private makeTexts(): void {
    const { waiting, bytes, ends } = this;
    if (waiting === 0) return;
    const used = ends[waiting - 1] as number;
    if (this.rows + waiting > this.codes.length) {
      const larger = new Int32Array(this.codes.length * 4);
      larger.set(this.codes);
      this.codes = larger;
    }
    const all = this.isForeign && !isPlain(bytes, used) ? null : decoder.decode(bytes.subarray(0, used));
    for (let nth = 0, before = 0, start = 0; nth < waiting; nth++) {
      const end = ends[nth] as number;
      this.codes[this.rows] =
        nth > 0 && !this.areOwn && isSame(bytes, before, start, end)
          ? (this.codes[this.rows - 1] as number)
          : this.codeOf(all === null ? this.textOf(start, end) : all.slice(start, end));
      if (this.rows++ === sampled) this.areOwn = this.dictionary.length * 4 > sampled * 3;
      before = start;
      start = end;
    }
    this.waiting = 0;
    this.isForeign &&= this.at > used;
    bytes.copyWithin(0, used, this.at);
    this.at -= used;
  }

  private codeOf(text: string): number {
    const { dictionary, known } = this;
    if (this.areOwn) return dictionary.push(text) - 1;
    let code = known.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      known.set(text, code);
    }
    return code;
  }

  private textOf(start: number, end: number): string {
    try {
      return decoder.decode(this.bytes.subarray(start, end));
    } catch {
      return this.refuse();
    }
  }

  private refuse(): never {
    return words.fail("not-text", { column: this.name });
  }
}

/** No byte above 127, four at a time. */
function isPlain(bytes: Uint8Array, length: number): boolean {
  const whole = length >> 2;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, whole);
  let high = 0;
  for (let at = 0; at < whole; at++) high |= words[at] as number;
  for (let at = whole * 4; at < length; at++) high |= (bytes[at] as number) & 128;
  return (high & 0x80808080) === 0;
}

/** Of two texts that lie behind one another. */
function isSame(bytes: Uint8Array, before: number, start: number, end: number): boolean {
  const length = end - start;
  if (length !== start - before) return false;
  for (let at = 0; at < length; at++) if (bytes[before + at] !== bytes[start + at]) return false;
  return true;
}
