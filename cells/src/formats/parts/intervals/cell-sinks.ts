// The columns of a format that says what its columns hold, while they are read: one array a column, filled row by row. Unlike
// parts/delimited/columns-in-progress.ts nothing is guessed of them: chromosome 1 is a text, and an allele T is no truth.

import { FailureError } from "../../../base/failure.ts";
import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import type { ColumnMore } from "../../../artifacts/table.ts";
import { doubled, fitting, longer, noFloats, noIntegers, type Room } from "../delimited/grown-arrays.ts";
import { isMissingText, missingNumbers, missingTexts, numberOfText } from "../delimited/number-text.ts";
import { TextPool } from "../delimited/text-pool.ts";
import { words as loadWords } from "../words.ts";

export type CellType = "text" | "whole" | "number" | "any";

export interface Sink {
  /** The next row's cell; false: it is none of the column. */
  put(bytes: Uint8Array, start: number, end: number): boolean;
  /** The next row has none. */
  skip(): void;
  /** Of the cell that was put last: its number, where it is one. */
  readonly last: number;
  take(name: string, more: ColumnMore, lineOf: (row: number) => number): Column;
}

const decoder = new TextDecoder("latin1");
const dot = 46;

abstract class Marks {
  rows = 0;
  protected valid: Uint8Array | null = null;
  last = Number.NaN;
  protected markMissing(capacity: number): void {
    this.valid ??= new Uint8Array(capacity).fill(1);
    if (this.rows >= this.valid.length) this.grow(Math.max(capacity, this.rows + 1));
    this.valid[this.rows] = 0;
    this.last = Number.NaN;
  }
  private grow(capacity: number): void {
    const before = this.valid?.length ?? 0;
    this.valid = longer(this.valid ?? new Uint8Array(0), capacity);
    this.valid.fill(1, before);
  }
  protected takeMarks(): Uint8Array | null {
    if (!this.valid) return null;
    if (this.valid.length < this.rows) this.grow(this.rows);
    const marks = fitting(this.valid, this.rows);
    this.valid = null;
    return marks.includes(0) ? marks : null;
  }
}

/** "" is missing always, "." where the standard says so. */
const isNothing = (bytes: Uint8Array, start: number, end: number, dots: boolean): boolean =>
  end === start || (dots && end - start === 1 && bytes[start] === dot);

export class TextSink extends Marks implements Sink {
  private readonly pool = new TextPool(() => false);
  private codes = noIntegers;
  private readonly dots: boolean;
  private readonly room: Room;
  constructor(dots: boolean, room: Room = doubled) {
    super();
    this.dots = dots;
    this.room = room;
  }
  put(bytes: Uint8Array, start: number, end: number): boolean {
    if (isNothing(bytes, start, end, this.dots)) this.skip();
    else this.code(this.pool.intern(bytes, start, end));
    return true;
  }
  skip(): void {
    this.markMissing(Math.max(64, this.codes.length));
    this.code(this.pool.emptyCode());
  }
  /** The cell that was put last becomes another. */
  replace(bytes: Uint8Array, start: number, end: number): void {
    this.codes[this.rows - 1] = this.pool.intern(bytes, start, end);
  }
  private code(code: number): void {
    if (this.rows >= this.codes.length) this.codes = longer(this.codes, this.room(this.rows + 1));
    this.codes[this.rows++] = code;
  }
  take(name: string, more: ColumnMore, lineOf: (row: number) => number): Column {
    const codes = fitting(this.codes, this.rows);
    const valid = this.takeMarks();
    const dictionary = this.pool.takeTexts();
    if (!dictionary) {
      const row = codes.indexOf(this.pool.firstBroken());
      throw new FailureError(loadWords.failure("not-utf8", { column: name, line: lineOf(Math.max(0, row)) }));
    }
    return { name, type: "text", ...more, valid, codes, dictionary };
  }
}

/** Whole numbers of 32 bits. `nothing`: the number by which the standard says that there is none. */
export class WholeSink extends Marks implements Sink {
  private values = noIntegers;
  private readonly dots: boolean;
  private readonly nothing: number | null;
  private readonly knowsWords: boolean;
  private readonly room: Room;
  /** `knowsWords`: NA is missing. */
  constructor(dots: boolean, nothing: number | null, knowsWords: boolean, room: Room) {
    super();
    this.dots = dots;
    this.nothing = nothing;
    this.knowsWords = knowsWords;
    this.room = room;
  }
  put(bytes: Uint8Array, start: number, end: number): boolean {
    if (isNothing(bytes, start, end, this.dots) || (this.knowsWords && isMissingText(bytes, start, end))) {
      this.skip();
      return true;
    }
    const value = wholeNumber(bytes, start, end);
    if (value === null) return false;
    if (value === this.nothing) this.skip();
    else this.add(value);
    return true;
  }
  skip(): void {
    this.markMissing(Math.max(64, this.values.length));
    this.add(0);
    this.last = Number.NaN;
  }
  private add(value: number): void {
    if (this.rows >= this.values.length) this.values = longer(this.values, this.room(this.rows + 1));
    this.values[this.rows++] = value;
    this.last = value;
  }
  take(name: string, more: ColumnMore): Column {
    const values = fitting(this.values, this.rows);
    this.values = noIntegers;
    return { name, type: "int32", ...more, valid: this.takeMarks(), values };
  }
}

/** The whole number of 32 bits that stands there; null: none does. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative || bytes[at] === 43) at++;
  if (at === end || end - at > 10) return null;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  if (value > 0x7fffffff) return null;
  return isNegative && value !== 0 ? -value : value;
}

export class NumberSink extends Marks implements Sink {
  private values = noFloats;
  private readonly dots: boolean;
  private readonly nothing: number | null;
  private readonly room: Room;
  constructor(dots: boolean, nothing: number | null, room: Room) {
    super();
    this.dots = dots;
    this.nothing = nothing;
    this.room = room;
  }
  put(bytes: Uint8Array, start: number, end: number): boolean {
    if (isNothing(bytes, start, end, this.dots)) {
      this.skip();
      return true;
    }
    const value = plainNumber(bytes, start, end) ?? otherNumber(bytes, start, end);
    if (value === null) return false;
    if (Number.isNaN(value) || value === this.nothing) this.skip();
    else this.add(value);
    return true;
  }
  skip(): void {
    this.markMissing(Math.max(64, this.values.length));
    this.add(0);
    this.last = Number.NaN;
  }
  private add(value: number): void {
    if (this.rows >= this.values.length) this.values = longer(this.values, this.room(this.rows + 1));
    this.values[this.rows++] = value;
    this.last = value;
  }
  take(name: string, more: ColumnMore): Column {
    const values = fitting(this.values, this.rows);
    this.values = noFloats;
    return { name, type: "float64", ...more, valid: this.takeMarks(), values };
  }
}

const powers = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** Digits with a point at most, as many as a double holds exactly: the quotient of two such is rounded once. Null: another spelling. */
function plainNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  if (end - at > 16 || at === end) return null;
  let digits = 0;
  let value = 0;
  let fraction = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === dot && fraction < 0) {
      fraction = 0;
      continue;
    }
    const digit = byte - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
    digits++;
    if (fraction >= 0) fraction++;
  }
  if (digits === 0 || digits > 15) return null;
  const whole = fraction > 0 ? value / (powers[fraction] as number) : value;
  return isNegative ? -whole : whole;
}

const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** NaN: a word for none. Null: no number. */
function otherNumber(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start > 400) return null;
  const text = decoder.decode(bytes.subarray(start, end)).trim();
  if (missingNumbers.has(text) || /^[+-]?nan$/i.test(text)) return Number.NaN;
  const value = numeric.test(text) ? Number(text) : numberOfText(text);
  return value !== null && (Number.isFinite(value) || /inf/i.test(text)) ? value : null;
}

/** Texts that turn out to be numbers where each of them is one without loss. */
export class AnySink extends TextSink {
  private readonly knowsWords: boolean;
  /** `knowsWords`: NA and its like are missing. */
  constructor(dots: boolean, knowsWords: boolean, room: Room) {
    super(dots, room);
    this.knowsWords = knowsWords;
  }
  override take(name: string, more: ColumnMore, lineOf: (row: number) => number): Column {
    const column = super.take(name, more, lineOf);
    return column.type === "text" ? numbersOr(column, this.knowsWords) : column;
  }
}

function numbersOr(column: TextColumn, knowsWords: boolean): Column {
  const { codes, dictionary, valid, type: _text, ...said } = column;
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) if (!valid || valid[row] === 1) used[codes[row] as number] = 1;
  const isNone = (text: string): boolean => text === "" || (knowsWords && missingNumbers.has(text));
  const values = dictionary.map((text, code) => (used[code] === 1 && !isNone(text) ? numberOfText(text) : Number.NaN));
  const isNumeric = values.every((value) => value !== null) && values.some((value) => !Number.isNaN(value));
  const missing = dictionary.map(
    (text, code) => used[code] !== 1 || (isNumeric ? isNone(text) : knowsWords && missingTexts.has(text)),
  );
  const now = marksOf(codes, valid, missing);
  if (!isNumeric) {
    if (!now) return column;
    const empty = dictionary.indexOf("");
    const texts = empty < 0 ? [...dictionary, ""] : dictionary;
    const none = empty < 0 ? dictionary.length : empty;
    return {
      ...said,
      type: "text",
      valid: now,
      codes: codes.map((code, row) => (now[row] === 0 ? none : code)),
      dictionary: texts,
    };
  }
  const isWhole = values.every((value) => value === null || Number.isNaN(value) || isInt32(value));
  const filled = <T extends Int32Array | Float64Array>(out: T): T => {
    for (let row = 0; row < out.length; row++) if (now?.[row] !== 0) out[row] = values[codes[row] as number] as number;
    return out;
  };
  return isWhole
    ? { ...said, type: "int32", valid: now, values: filled(new Int32Array(codes.length)) }
    : { ...said, type: "float64", valid: now, values: filled(new Float64Array(codes.length)) };
}

/** Null: none is missing. A loop: what `from` is given with a function becomes a list of objects first. */
function marksOf(codes: Int32Array, valid: Uint8Array | null, missing: readonly boolean[]): Uint8Array | null {
  if (!valid && !missing.includes(true)) return null;
  const marks = valid ? valid.slice() : new Uint8Array(codes.length).fill(1);
  for (let row = 0; row < marks.length; row++) if (missing[codes[row] as number]) marks[row] = 0;
  return marks.includes(0) ? marks : null;
}

const isInt32 = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0);

export interface SinkOptions {
  readonly dots: boolean;
  readonly nothing: number | null;
  readonly knowsWords: boolean;
  readonly room: Room;
}

export function sinkOf(type: CellType, { dots, nothing, knowsWords, room }: SinkOptions): Sink {
  switch (type) {
    case "text":
      return new TextSink(dots, room);
    case "whole":
      return new WholeSink(dots, nothing, knowsWords, room);
    case "number":
      return new NumberSink(dots, nothing, room);
    default:
      return new AnySink(dots, true, room);
  }
}
