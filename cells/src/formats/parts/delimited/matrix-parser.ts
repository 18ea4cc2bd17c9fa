// A wide file of numbers straight into one Float32Array: first field an identifier, all others numbers, row after row.
// For files that look like a matrix from their first rows; at the first cell that is no number it gives up and the file
// is read as a table.

import { FailureError } from "../../../base/failure.ts";
import { foreignIn, hasForeignLineEnds, returnBefore } from "./line-ends.ts";
import { largestWhole, losesDigits } from "../float32-digits.ts";
import { knownMissing } from "./missing-words.ts";
import { numberOfText } from "./number-text.ts";
import { type PooledTexts, TextPool } from "./text-pool.ts";
import { mostScannedBytes, RecordScan } from "./record-scan/record-scan.ts";
import type { Layout } from "./table-parser.ts";
import { unequalRows } from "./record-error.ts";
import { words } from "../words.ts";

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const decoder = new TextDecoder("latin1");
/** Of less nothing is won by a scan. */
const leastScanned = 1 << 15;
const quote = 34;
const space = 32;

/** All that a parser has read, as data: it may come from another thread. */
export interface MatrixPart extends Pick<MatrixParser, "rows" | "isCounts" | "rounded" | "failed"> {
  readonly lines: number;
  /** By row. */
  readonly ids: Int32Array;
  readonly texts: PooledTexts;
  readonly data: Float32Array;
}

export class MatrixParser {
  rows = 0;
  /** Every number is whole and not negative, and none is missing. */
  isCounts = true;
  /** A whole number lost its last digits in 32 bits. */
  rounded = 0;
  /** A cell was no number: this file is no matrix. */
  failed = false;
  private data: Float32Array;
  private ids = new Int32Array(1024);
  private readonly pool = new TextPool();
  private readonly layout: Layout;
  private readonly expectedRows: (rows: number) => number;
  private buffer = new Uint8Array(1 << 16);
  private used = 0;
  /** As in the parser of tables: a long record is not read over and over. */
  private enough = 0;
  private lines: number;
  /** A line end of another system was seen; where it stands in a field, the table parser says so. */
  private foreignSeen = false;

  private readonly missing: ReadonlySet<string>;
  /** Takes plain numbers, once the file is seen to be a large one; null before, and where it cannot. */
  private scan: RecordScan | null = null;
  private cannotScan = false;

  constructor(layout: Layout, expectedRows: (rows: number) => number, missing = knownMissing.ofNumbers) {
    this.layout = layout;
    this.missing = missing;
    this.expectedRows = expectedRows;
    this.lines = layout.linesBefore;
    this.data = new Float32Array(0);
  }

  push(chunk: Uint8Array): void {
    if (this.failed) return;
    this.pushed += chunk.length;
    if (this.pushed >= leastScanned) this.beginScan();
    const size = this.used + chunk.length;
    if (size + 2 > mostScannedBytes) this.endScan();
    if (size + 2 > this.buffer.length) this.reserveBytes(Math.max(size + 2, this.buffer.length * 2));
    this.buffer.set(chunk, this.used);
    this.foreignSeen ||= hasForeignLineEnds(this.buffer, Math.max(0, this.used - 1), size, this.layout.lineEnd);
    if (size < this.enough) {
      this.used = size;
      return;
    }
    this.parse(size, false);
    this.enough = this.used === size ? size * 2 : 0;
  }

  private pushed = 0;

  finish(): void {
    if (!this.failed) this.parse(this.used, true);
    this.freeBuffer();
  }

  private freeBuffer(): void {
    this.scan?.giveBack();
    this.scan = null;
    this.buffer = new Uint8Array(0);
  }

  /** Room for bytes, with those that wait. */
  private reserveBytes(size: number): void {
    const larger = new Uint8Array(size);
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }

  private beginScan(): void {
    const { columns, delimiter, quotes, lineEnd } = this.layout;
    if (this.scan || this.cannotScan || lineEnd !== 10 || this.buffer.length > mostScannedBytes) return;
    this.scan = RecordScan.take({ columns, batch: 1, delimiter, quotes });
    this.cannotScan = this.scan === null;
    if (!this.scan) return;
    this.scan.bytes.set(this.buffer.subarray(0, this.used));
    this.buffer = this.scan.bytes;
  }

  private endScan(): void {
    const { scan } = this;
    this.cannotScan = true;
    this.scan = null;
    if (!scan) return;
    this.reserveBytes(this.used + 2);
    scan.giveBack();
  }

  /** No record has begun that is not complete. */
  get isBetweenRecords(): boolean {
    return this.used === 0;
  }

  /** What was read, given away. Call once, after `finish`. */
  part(): MatrixPart {
    const { rows, lines, isCounts, rounded, failed, ids, data } = this;
    return { rows, lines, isCounts, rounded, failed, ids, data, texts: this.pool.give() };
  }

  /** The rows behind those that were read, as another parser read them that had no lines before it. */
  append(part: MatrixPart): void {
    this.failed ||= part.failed;
    if (this.failed) return;
    const before = this.rows;
    const rows = before + part.rows;
    const width = this.layout.columns - 1;
    if (rows * width > this.data.length) this.reserve(rows - 1, width, rows);
    this.data.set(part.data.subarray(0, part.rows * width), before * width);
    const ids = new Int32Array(rows);
    ids.set(this.ids.subarray(0, before));
    const here = this.pool.takeOver(part.texts);
    for (let row = 0; row < part.rows; row++) ids[before + row] = here[part.ids[row] as number] as number;
    this.ids = ids;
    this.rows = rows;
    this.lines += part.lines;
    this.isCounts &&= part.isCounts;
    this.rounded += part.rounded;
    this.freeBuffer();
  }

  /** Identifiers by row: codes and distinct texts. Call once, after `finish`. */
  takeIds(): { readonly codes: Int32Array; readonly texts: string[] } {
    const texts = this.pool.takeTexts();
    if (!texts) {
      const row = this.ids.indexOf(this.pool.firstBroken());
      throw new FailureError(words.failure("not-utf8", { column: "1", line: this.layout.linesBefore + row + 1 }));
    }
    return { codes: this.ids.slice(0, this.rows), texts };
  }

  /** rows x (columns - 1), row-major; a missing cell is NaN. */
  takeData(): Float32Array {
    const size = this.rows * (this.layout.columns - 1);
    const { data } = this;
    this.data = new Float32Array(0);
    return data.length > size + size / 8 ? data.slice(0, size) : data.subarray(0, size);
  }

  private parse(end: number, final: boolean): void {
    const { buffer, layout, scan } = this;
    const { delimiter, lineEnd } = layout;
    const width = layout.columns - 1;
    const carriage = returnBefore(lineEnd);
    buffer[end] = lineEnd;
    buffer[end + 1] = 0;
    let at = 0;
    let begin = 0;
    let row = this.rows;
    let { isCounts, data } = this;

    records: while (at < end) {
      const first = buffer[at] as number;
      if (first === 10 && lineEnd === 13) {
        at++;
        begin = at;
        continue;
      }
      let blank = at;
      while (buffer[blank] === carriage) blank++;
      if (buffer[blank] === lineEnd) {
        const next = blank + 1;
        if (next > end && !final) break;
        at = next;
        begin = at;
        this.lines++;
        continue;
      }
      if ((row + 1) * width > data.length) data = this.reserve(row, width);
      if (row >= this.ids.length) {
        const longer = new Int32Array(this.ids.length * 2);
        longer.set(this.ids);
        this.ids = longer;
      }
      at = this.identifier(row, at, end, final);
      if (at < 0) break;
      let to = row * width;
      const stopAt = to + width;
      while (at < end && buffer[at] === delimiter) {
        if (scan) {
          const taken = scan.rowOfNumbers(at, end, stopAt - to, data, to);
          to += taken;
          at = scan.rowEnd;
          if (taken > 0 && !scan.areCounts) isCounts = false;
          if (at >= end || buffer[at] !== delimiter) break;
        }
        at++;
        if (to === stopAt) {
          this.failed = true;
          return;
        }
        const start = at;
        let byte = buffer[at] as number;
        let quick = false;
        const negative = byte === 45;
        if (negative) byte = buffer[++at] as number;
        let digit = byte - 48;
        if (digit >= 0 && digit <= 9) {
          let mantissa = digit;
          byte = buffer[++at] as number;
          digit = byte - 48;
          if (mantissa !== 0) {
            while (digit >= 0 && digit <= 9) {
              mantissa = mantissa * 10 + digit;
              byte = buffer[++at] as number;
              digit = byte - 48;
            }
          }
          let scale = 0;
          if (byte === 46) {
            const point = at;
            byte = buffer[++at] as number;
            digit = byte - 48;
            while (digit >= 0 && digit <= 9) {
              mantissa = mantissa * 10 + digit;
              byte = buffer[++at] as number;
              digit = byte - 48;
            }
            scale = at - point - 1;
            // "12.0" is no count.
            isCounts = false;
          }
          if (byte === carriage && buffer[at + 1] === lineEnd) {
            at++;
            byte = lineEnd;
          }
          if ((byte === delimiter || byte === lineEnd) && mantissa <= 9007199254740991 && scale <= 22) {
            quick = true;
            if (at === end && !final) break records;
            const size = scale === 0 ? mantissa : mantissa / (powers[scale] as number);
            data[to++] = negative ? -size : size;
            if (negative) isCounts = false;
            if (size > largestWhole && losesDigits(size)) this.rounded++;
          }
        }
        if (!quick) {
          at = start;
          byte = buffer[at] as number;
          while (byte !== delimiter && byte !== lineEnd) byte = buffer[++at] as number;
          if (at === end && !final) break records;
          let stop = at;
          if (byte === lineEnd) while (stop > start && buffer[stop - 1] === carriage) stop--;
          if (this.foreignSeen && foreignIn(buffer, start, stop, lineEnd)) {
            this.failed = true;
            return;
          }
          let from = start;
          // Blanks before a quote are for the table parser.
          if (buffer[from] === space && layout.quotes) {
            let next = from;
            while (buffer[next] === space) next++;
            if (buffer[next] === quote) {
              this.failed = true;
              return;
            }
          }
          if (layout.quotes && buffer[from] === quote && stop - from >= 2 && buffer[stop - 1] === quote) {
            from++;
            stop--;
          }
          const word = stop - from > 64 ? "?" : decoder.decode(buffer.subarray(from, stop));
          const value = this.missing.has(word) ? Number.NaN : numberOfText(word);
          if (value === null) {
            this.failed = true;
            return;
          }
          if (!(Number.isInteger(value) && value >= 0)) isCounts = false;
          data[to++] = value;
          if (losesDigits(value)) this.rounded++;
        }
      }
      if (at === end && !final) break;
      if (to !== stopAt) {
        // Which rows are filled is told by the table parser.
        if (layout.fill) {
          this.failed = true;
          return;
        }
        throw unequalRows(row + 1, this.lines + 1, layout.columns, to - row * width + 1);
      }
      at++;
      begin = at;
      row++;
      this.lines++;
    }
    const rest = Math.min(begin, end);
    this.rows = row;
    this.isCounts = isCounts;
    this.data = data;
    buffer.copyWithin(0, rest, end);
    this.used = final ? 0 : end - rest;
  }

  private reserve(row: number, width: number, rows = Math.max(16, this.expectedRows(row))): Float32Array {
    if (rows * width * 4 > 8 * 2 ** 30) throw new FailureError(words.failure("matrix-too-large", { columns: width }));
    const longer = new Float32Array(rows * width);
    longer.set(this.data.subarray(0, row * width));
    this.data = longer;
    return longer;
  }

  /** The first field. Answers where what ends it stands, -1 when the block ends first. */
  private identifier(row: number, at: number, end: number, final: boolean): number {
    const { buffer } = this;
    const { delimiter, lineEnd } = this.layout;
    let start = at;
    let stop: number;
    if (buffer[at] === space && this.layout.quotes && delimiter !== space) {
      let next = at;
      while (buffer[next] === space) next++;
      if (buffer[next] === quote) {
        this.failed = true;
        return -1;
      }
    }
    if (this.layout.quotes && buffer[at] === quote) {
      start = ++at;
      while (at < end && buffer[at] !== quote) at++;
      stop = at++;
      if (at >= end && !final) return -1;
      // A doubled quote inside an identifier is for the table parser.
      if (buffer[at] !== delimiter && buffer[at] !== lineEnd) {
        this.failed = true;
        return -1;
      }
    } else {
      while (buffer[at] !== delimiter && buffer[at] !== lineEnd) at++;
      if (at >= end && !final) return -1;
      stop = at;
      if (buffer[at] === lineEnd) while (stop > start && buffer[stop - 1] === returnBefore(lineEnd)) stop--;
      if (this.foreignSeen && foreignIn(buffer, start, stop, lineEnd)) {
        this.failed = true;
        return -1;
      }
    }
    this.ids[row] = this.pool.intern(buffer, start, stop);
    return at;
  }
}
