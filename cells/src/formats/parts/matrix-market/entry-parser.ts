// The lines of values of a Matrix Market file, byte by byte: a few hundred megabytes are usual, so no line becomes a text.

import { grownFloats, grownInts } from "../matrices/grown.ts";
import { losesDigits } from "../float32-digits.ts";
import type { Header } from "./header.ts";
import { words } from "./words.ts";

const newline = 10;
/** Powers of ten that a double holds exactly. */
const exact = Array.from({ length: 23 }, (_, power) => 10 ** power);
/** Whole numbers up to here are exact, so that one division rounds once, as reading the text would. */
const mostExact = 2 ** 53;

export interface ParsedEntries {
  /** From 0; empty for arrays. The first `count` of each count. */
  readonly row: Int32Array<ArrayBuffer>;
  readonly column: Int32Array<ArrayBuffer>;
  readonly data: Float32Array<ArrayBuffer>;
  readonly count: number;
  /** Whole numbers that lost digits in 32 bits. */
  readonly rounded: number;
  readonly lines: number;
}

/** Takes pieces of whole lines. What it holds grows with what came, whatever the head tells. */
export class EntryParser {
  #row: Int32Array<ArrayBuffer>;
  #column: Int32Array<ArrayBuffer>;
  #data: Float32Array<ArrayBuffer>;
  #count = 0;
  #rounded = 0;
  #line: number;
  readonly #header: Header;

  constructor(header: Header) {
    this.#header = header;
    this.#line = header.lines;
    const first = Math.min(header.entries, 1 << 16);
    const places = header.layout === "array" ? 0 : first;
    this.#row = new Int32Array(places);
    this.#column = new Int32Array(places);
    this.#data = new Float32Array(first);
  }

  /** `bytes` ends with a line end. */
  take(bytes: Uint8Array): void {
    const { layout, field, rows, columns, entries } = this.#header;
    const hasPlace = layout === "coordinate";
    const hasValue = field !== "pattern";
    const { length } = bytes;
    let line = this.#line;
    let count = this.#count;
    let at = 0;
    while (at < length) {
      line++;
      const from = at;
      let byte = bytes[at] as number;
      while (byte === 32 || byte === 9 || byte === 13) byte = bytes[++at] as number;
      if (byte === newline) {
        at++;
        continue;
      }
      // Comments between values are none of the standard, and harmless.
      if (byte === 37) {
        at = bytes.indexOf(newline, at) + 1;
        continue;
      }
      let row = 1;
      let column = 1;
      if (hasPlace) {
        let digits = at;
        row = 0;
        while (byte >= 48 && byte <= 57) {
          row = row * 10 + byte - 48;
          byte = bytes[++at] as number;
        }
        const isRow = at > digits && (byte === 32 || byte === 9);
        while (byte === 32 || byte === 9) byte = bytes[++at] as number;
        digits = at;
        column = 0;
        while (byte >= 48 && byte <= 57) {
          column = column * 10 + byte - 48;
          byte = bytes[++at] as number;
        }
        const isColumn = at > digits && (byte === 32 || byte === 9 || (!hasValue && (byte === newline || byte === 13)));
        if (!isRow || !isColumn) this.#refuse(bytes, from, line);
        if (row < 1 || row > rows || column < 1 || column > columns) words.fail("outside", { line, row, column, rows, columns });
        while (byte === 32 || byte === 9) byte = bytes[++at] as number;
      }
      let value = 1;
      if (hasValue) {
        const isNegative = byte === 45;
        if (isNegative || byte === 43) byte = bytes[++at] as number;
        const start = at;
        let digits = 0;
        let behind = 0;
        value = 0;
        while (byte >= 48 && byte <= 57) {
          value = value * 10 + byte - 48;
          byte = bytes[++at] as number;
        }
        digits = at - start;
        if (byte === 46) {
          byte = bytes[++at] as number;
          const point = at;
          while (byte >= 48 && byte <= 57) {
            value = value * 10 + byte - 48;
            byte = bytes[++at] as number;
          }
          behind = at - point;
          digits += behind;
        }
        const isEnd = byte === newline || byte === 13 || byte === 32 || byte === 9;
        if (isEnd && digits > 0 && value <= mostExact && behind <= 22) value /= exact[behind] as number;
        else {
          while (byte !== newline && byte !== 13 && byte !== 32 && byte !== 9) byte = bytes[++at] as number;
          value = numberOf(bytes, start, at) ?? this.#refuse(bytes, from, line);
        }
        if (isNegative) value = -value;
      }
      while (byte === 32 || byte === 9 || byte === 13) byte = bytes[++at] as number;
      if (byte !== newline) this.#refuse(bytes, from, line);
      at++;
      if (count === entries) this.#differ(bytes, from, line, count);
      if (count === this.#data.length) this.#grow();
      if (hasPlace) {
        this.#row[count] = row - 1;
        this.#column[count] = column - 1;
      }
      this.#data[count++] = value;
      if (value > 16_777_216 && losesDigits(value)) this.#rounded++;
    }
    this.#line = line;
    this.#count = count;
  }

  /** Fails with "entries-differ". */
  end(): ParsedEntries {
    const count = this.#count;
    const { entries } = this.#header;
    if (count !== entries) words.fail("entries-differ", { found: count, expected: entries, line: this.#line });
    return { row: this.#row, column: this.#column, data: this.#data, count, rounded: this.#rounded, lines: this.#line };
  }

  #grow(): void {
    const length = Math.min(this.#header.entries, Math.ceil(this.#data.length * 1.6) + 16);
    this.#data = grownFloats(this.#data, length);
    if (this.#header.layout === "array") return;
    this.#row = grownInts(this.#row, length);
    this.#column = grownInts(this.#column, length);
  }

  #refuse(bytes: Uint8Array, from: number, line: number): never {
    const { layout, field } = this.#header;
    const fields = layout === "array" ? "fields-value" : field === "pattern" ? "fields-pattern" : "fields-entry";
    return words.fail("not-an-entry", { line, found: textAt(bytes, from), fields: { ...words.sentence(fields) } });
  }

  /** More than were told; the rest is not counted. */
  #differ(_bytes: Uint8Array, _from: number, line: number, count: number): never {
    return words.fail("entries-differ", { found: count + 1, expected: this.#header.entries, line });
  }
}

const textAt = (bytes: Uint8Array, from: number): string => {
  const end = bytes.indexOf(newline, from);
  return new TextDecoder().decode(bytes.subarray(from, Math.min(end < 0 ? bytes.length : end, from + 60))).trim();
};

/** The rarer spellings: exponents, many digits, what is no number (missing) and what is infinite. Null: no number. */
function numberOf(bytes: Uint8Array, from: number, to: number): number | null {
  const text = new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + 400)));
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^nan$/i.test(text)) return Number.NaN;
  return /^inf(?:inity)?$/i.test(text) ? Number.POSITIVE_INFINITY : null;
}
