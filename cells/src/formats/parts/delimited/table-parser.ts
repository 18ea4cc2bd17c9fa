// Delimited text into columns, block by block, straight from bytes: numbers are computed while their digits are read,
// texts are found in a dictionary by the hash of their bytes; no string is made per cell. One instance reads one file.
//
// Texts are looked up in batches, column by column: what a batch found of them is kept as places in the buffer. Behind the
// block lies room for texts whose quotes had to be taken out.
//
// A block ends with a sentinel line end. A record that runs into it is not complete: it is read again, whole, with the
// next block. Reading a cell twice changes nothing, so nothing needs to be undone.

import { appendColumns, type ColumnsPart, columnsPart } from "./appended-columns.ts";
import { ColumnsInProgress, float, integer, skipped, text, unseen } from "./columns-in-progress.ts";
import { foreignIn, hasForeignLineEnds, type LineEnd, returnBefore } from "./line-ends.ts";
import { longTexts } from "./long-texts.ts";
import { mostScannedBytes, RecordScan } from "./record-scan/record-scan.ts";
import { longRow, mixedLineEnds, openQuote, quoteInside, surplusRow, unequalRows } from "./record-error.ts";
import { hashOfText, hashTail, type TextsInBuffer } from "./text-pool.ts";

export interface Layout {
  /** Byte between fields. */
  readonly delimiter: number;
  readonly lineEnd: LineEnd;
  readonly columns: number;
  /** A quote at the beginning of a field opens it; else it is a letter. */
  readonly quotes: boolean;
  /** Rows that are too short get missing cells at their end, and empty fields too many are passed over. */
  readonly fill: boolean;
  /** Fields without anything in them that rows may have beyond their columns. */
  readonly surplus: number;
  /** Number of lines before the first row, for messages. */
  readonly linesBefore: number;
}

/** All that a parser has read, as data: it may come from another thread. */
export interface TablePart extends Pick<TableParser, "rows" | "longTexts" | "filled" | "overfull"> {
  readonly lines: number;
  readonly emptyLines: readonly { readonly row: number; readonly line: number }[];
  readonly lineShifts: readonly number[];
  readonly columns: ColumnsPart;
}

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const quote = 34;
const space = 32;
/** Of less nothing is won by a scan. */
const leastScanned = 1 << 15;
/** Rows of a batch, of however many columns. */
const fewestRows = 16;
/** Where digits should stand and none do: no power is so far. */
const noExponent = 1e6;
/** Numbers of `lineShifts`. */
const mostShifts = 200_000;
/** Bytes behind the sentinel, so that words may be read across it. */
const slack = 8;

/** Whether all four bytes of a word are digits: none below "0", and none carries beyond "9". */
const isFourDigits = (word: number): boolean => {
  const digits = word ^ 0x30303030;
  return ((digits | (digits + 0x76767676)) & 0x80808080) === 0;
};
/** Their number; the first digit is the lowest byte. Neighbours are joined to pairs, pairs to the whole. */
const fourDigits = (word: number): number => {
  const pairs = Math.imul(word & 0x000f000f, 10) + ((word >>> 8) & 0x000f000f);
  return Math.imul(pairs & 0xff, 100) + (pairs >>> 16);
};

/** Both are exact, so one division or multiplication is correctly rounded (Clinger 1990). */
const scaled = (mantissa: number, scale: number): number => {
  if (scale === 0) return mantissa;
  return scale > 0 ? mantissa / (powers[scale] as number) : mantissa * (powers[-scale] as number);
};

/** Where the quote stands that closes a field which began before `at`, when nothing in it is doubled and the field ends after it; else 0. */
function quickQuote(buffer: Uint8Array, at: number, end: number, delimiter: number, lineEnd: LineEnd): number {
  let close = at;
  while (close < end && buffer[close] !== quote) close++;
  // Near the end of the block the slow way knows what is still to come.
  if (close + 3 > end) return 0;
  const next = buffer[close + 1];
  return next === delimiter || next === lineEnd || (next === returnBefore(lineEnd) && buffer[close + 2] === lineEnd) ? close : 0;
}

export class TableParser {
  readonly columns: ColumnsInProgress;
  rows = 0;
  /** The first text in quotes that runs over lines and holds a delimiter, where it begins, and how many there are. */
  longTexts: { readonly line: number; readonly lines: number; count: number } | null = null;
  /** Rows that were filled at their end, and rows with empty fields too many: how many, and the lines of the first. */
  readonly filled: { readonly lines: number[]; count: number } = { lines: [], count: 0 };
  readonly overfull: { readonly lines: number[]; count: number } = { lines: [], count: 0 };
  /** Empty lines among rows of one column: where they stand between rows, values may be missing there. */
  private readonly emptyLines: { readonly row: number; readonly line: number }[] = [];
  private readonly layout: Layout;
  private readonly rowsWanted: number;
  private readonly expectedRows: (rows: number) => number;
  private buffer = new Uint8Array(1 << 16);
  private view = new DataView(this.buffer.buffer);
  private used = 0;
  /** Bytes that must be there before it is looked at again: a record that is longer than all of them is not read over and over. */
  private enough = 0;
  /** Where the next text without its quotes goes. */
  private aside = 0;
  private lines: number;
  /** Line ends inside quotes of the record that is being read. */
  private linesInside = 0;
  /** Whether the record holds a text in quotes with both line ends and delimiters in it. */
  private isCut = false;
  /** A line end of another system was seen, in quotes or not: from then on each text without quotes is searched for it. */
  private foreignSeen = false;
  /** Rows of a batch; texts of column c, row r of the batch are entry c * batch + r. */
  private batch: number;
  private readonly fullBatch: number;
  private texts: TextsInBuffer;
  /** Takes the plain records, once the file is seen to be a large one; null before, and where it cannot. */
  private scan: RecordScan | null = null;
  /** Where the records that it took end. */
  private scanned = 0;
  /** First row of the batch, and per column the first row of it whose text is still to be looked up. */
  private batchRow = 0;
  private readonly pendingFrom: Int32Array;
  /** For messages: pairs of a row and the lines before it beyond one per row, from that row on. */
  private readonly lineShifts: number[] = [];

  /** `expectedRows` says for how many rows to make room when `rows` is not enough any more; `rowsWanted` stops early. */
  constructor(
    layout: Layout,
    columns: ColumnsInProgress,
    expectedRows: (rows: number) => number,
    rowsWanted = Number.POSITIVE_INFINITY,
  ) {
    this.layout = layout;
    this.columns = columns;
    this.expectedRows = expectedRows;
    this.rowsWanted = rowsWanted;
    this.lines = layout.linesBefore;
    this.fullBatch = Math.max(fewestRows, Math.min(256, Math.floor(65_536 / layout.columns)));
    this.batch = this.fullBatch;
    const entries = this.fullBatch * layout.columns;
    this.texts = { starts: new Int32Array(entries), lengths: new Int32Array(entries), hashes: new Int32Array(entries) };
    this.pendingFrom = new Int32Array(layout.columns);
  }

  get done(): boolean {
    return this.rows >= this.rowsWanted;
  }

  /** Of one column: empty lines with a row below them, and the first of these. */
  get emptyAmong(): { readonly lines: readonly number[]; readonly count: number } {
    const among = this.emptyLines.filter(({ row }) => row < this.rows).map(({ line }) => line);
    return { lines: among.slice(0, mostNoted), count: among.length };
  }

  /** Line of the file, from 1, on which a row begins. */
  readonly lineOf = (row: number): number => {
    let extra = 0;
    for (let at = 0; at < this.lineShifts.length && (this.lineShifts[at] as number) <= row; at += 2) {
      extra = this.lineShifts[at + 1] as number;
    }
    return this.layout.linesBefore + row + 1 + extra;
  };

  /** No record has begun that is not complete. */
  get isBetweenRecords(): boolean {
    return this.used === 0;
  }

  /** What was read, given away: rows and lines from 0. Call once, after `finish`. */
  part(): TablePart {
    const { rows, lines, longTexts: long, filled, overfull, emptyLines, lineShifts } = this;
    return { rows, lines, longTexts: long, filled, overfull, emptyLines, lineShifts, columns: columnsPart(this.columns) };
  }

  /** The rows behind those that were read, as another parser read them that had no lines before it. */
  append(part: TablePart): void {
    const { rows: before, lines } = this;
    this.columns.reserve(before + part.rows);
    appendColumns(this.columns, before, part.columns, part.rows);
    if (part.longTexts) {
      this.longTexts ??= { ...part.longTexts, line: part.longTexts.line + lines, count: 0 };
      this.longTexts.count += part.longTexts.count;
    }
    for (const kind of ["filled", "overfull"] as const) {
      this[kind].count += part[kind].count;
      for (const line of part[kind].lines) if (this[kind].lines.length < mostNoted) this[kind].lines.push(line + lines);
    }
    for (const { row, line } of part.emptyLines) this.emptyLines.push({ row: row + before, line: line + lines });
    const extra = lines - this.layout.linesBefore - before;
    for (let at = 0; at < part.lineShifts.length && this.lineShifts.length < mostShifts; at += 2)
      this.lineShifts.push((part.lineShifts[at] as number) + before, (part.lineShifts[at + 1] as number) + extra);
    this.rows += part.rows;
    this.lines += part.lines;
    this.freeBuffer();
  }

  push(chunk: Uint8Array): void {
    this.pushed += chunk.length;
    if (this.pushed >= leastScanned) this.beginScan();
    const size = this.used + chunk.length;
    // All of the block and, once more, all of its texts without their quotes.
    const needed = 2 * (size + slack);
    if (needed > mostScannedBytes) this.endScan();
    if (needed > this.buffer.length) this.reserve(Math.max(needed, this.buffer.length * 2), this.used);
    this.buffer.set(chunk, this.used);
    this.foreignSeen ||= hasForeignLineEnds(this.buffer, Math.max(0, this.used - 1), size, this.layout.lineEnd);
    if (this.foreignSeen) this.endScan(size);
    if (size < this.enough) {
      this.used = size;
      return;
    }
    this.parse(size, false);
    this.enough = this.used === size ? size * 2 : 0;
  }

  private pushed = 0;

  finish(): void {
    this.parse(this.used, true);
    this.freeBuffer();
  }

  private freeBuffer(): void {
    if (this.scan) {
      this.columns.lookUpIn(null);
      this.scan.giveBack();
      this.scan = null;
    }
    this.buffer = new Uint8Array(0);
    this.view = new DataView(this.buffer.buffer);
  }

  /** Room for bytes, with those that wait. */
  private reserve(size: number, filled: number): void {
    const larger = new Uint8Array(size);
    larger.set(this.buffer.subarray(0, filled));
    this.buffer = larger;
    this.view = new DataView(larger.buffer);
  }

  private beginScan(): void {
    const { columns, delimiter, quotes, lineEnd } = this.layout;
    if (this.scan || this.foreignSeen || this.cannotScan || lineEnd !== 10 || this.buffer.length > mostScannedBytes) return;
    const batch = RecordScan.batchFor(columns);
    const scan = RecordScan.take({ columns, batch, delimiter, quotes });
    this.cannotScan = scan === null;
    if (!scan) return;
    this.batch = batch;
    scan.bytes.set(this.buffer.subarray(0, this.used));
    this.useScan(scan);
  }
  private cannotScan = false;

  /** What was read lies in its memory. No batch has begun that is not looked up. */
  private useScan(scan: RecordScan): void {
    this.scan = scan;
    this.buffer = scan.bytes;
    this.view = scan.view;
    this.texts = scan.texts;
    this.columns.lookUpIn(scan.pools);
  }

  private endScan(filled = this.used): void {
    const { scan } = this;
    this.cannotScan = true;
    if (!scan) return;
    this.scan = null;
    this.columns.lookUpIn(null);
    this.batch = this.fullBatch;
    this.reserve(2 * (filled + slack), filled);
    const entries = this.fullBatch * this.layout.columns;
    this.texts = { starts: new Int32Array(entries), lengths: new Int32Array(entries), hashes: new Int32Array(entries) };
    scan.giveBack();
  }

  /**
   * Plain records from `at` on, as rows from `row` on. Answers how many; where they end stands in `scanned`. A row in which a column
   * becomes another is the last: those behind it were read for what the column was.
   */
  private takePlain(scan: RecordScan, row: number, at: number, end: number): number {
    const { columns } = this;
    const place = row - this.batchRow;
    const room = Math.min(this.batch - place, columns.capacity - row, this.rowsWanted - row);
    scan.states.set(columns.states);
    let taken = scan.table(at, end, place, place + room, this.aside);
    if (taken === 0) return 0;
    for (let column = 0; column < columns.count; column++) {
      const state = columns.states[column];
      if (state === integer) scan.copyIntegers(column, place, taken, columns.integers[column] as Int32Array, row);
      else if (state === float) scan.copyFloats(column, place, taken, columns.floats[column] as Float64Array, row);
    }
    scan.eachOdd((inBatch, column, what, start) => {
      if (inBatch >= place + taken) return false;
      const state = columns.states[column];
      const { starts, lengths } = this.texts;
      const entry = column * this.batch + inBatch;
      const from = starts[entry] as number;
      if (what === "other") this.takeOther(column, this.batchRow + inBatch, start, start, -1);
      else columns.seeQuoted(column, this.batchRow + inBatch, this.buffer, from, from + (lengths[entry] as number));
      if (columns.states[column] !== state) taken = inBatch - place + 1;
      return true;
    });
    if (scan.hasLines) {
      for (let next = place; next < place + taken; next++) {
        const inside = scan.linesInside[next] as number;
        this.lines += 1 + inside;
        if (inside > 0) this.shiftLines(this.batchRow + next + 1);
      }
    } else this.lines += taken;
    this.aside = scan.asides[place + taken - 1] as number;
    this.scanned = scan.recordEnds[place + taken - 1] as number;
    return taken;
  }

  private parse(end: number, final: boolean): void {
    const { buffer, columns, view } = this;
    const { delimiter, lineEnd, columns: width } = this.layout;
    const delimiters = Math.imul(delimiter, 0x01010101);
    const lineEnds = Math.imul(lineEnd, 0x01010101);
    const carriage = returnBefore(lineEnd);
    // A byte that does not exist where quotes are letters.
    const opening = this.layout.quotes ? quote : 256;
    const { states, integers, floats } = columns;
    const { batch, scan } = this;
    const { starts, lengths, hashes } = this.texts;
    const last = width - 1;
    buffer[end] = lineEnd;
    buffer.fill(0, end + 1, end + slack);
    this.aside = end + slack;
    let at = 0;
    let row = this.rows;
    let begin = 0;
    let quick = 0;
    let isForScan = scan !== null;

    records: while (at < end && row < this.rowsWanted) {
      if (scan && isForScan) {
        if (row - this.batchRow >= batch) this.lookUp(row);
        if (row >= columns.capacity) columns.reserve(Math.max(256, this.expectedRows(row)));
        const taken = this.takePlain(scan, row, at, end);
        row += taken;
        if (taken > 0) at = begin = this.scanned;
        // What stopped it is for the way below, unless the batch was full.
        if (row - this.batchRow < batch && row < columns.capacity) isForScan = false;
        continue;
      }
      isForScan = scan !== null;
      // Empty lines are no rows.
      if (buffer[at] === 10 && lineEnd === 13) {
        // The other half of a line end that another program wrote.
        begin = ++at;
        continue;
      }
      let blank = at;
      while (buffer[blank] === carriage) blank++;
      if (buffer[blank] === lineEnd) {
        if (blank >= end && !final) break;
        at = blank + 1;
        begin = at;
        this.passEmptyLine(row);
        continue;
      }
      this.linesInside = 0;
      this.isCut = false;
      if (row - this.batchRow >= batch) this.lookUp(row);
      const place = row - this.batchRow;
      if (row >= columns.capacity) columns.reserve(Math.max(256, this.expectedRows(row)));

      for (let column = 0; ; column++) {
        const state = states[column] as number;
        let start = at;
        let byte = buffer[at] as number;
        if (byte === space && opening === quote && delimiter !== space) {
          at = this.behindBlanks(at, end);
          start = at;
          byte = buffer[at] as number;
        }

        if (byte === opening && state === text && (quick = quickQuote(buffer, at + 1, end, delimiter, lineEnd)) !== 0) {
          this.takeQuoted(column, row, start, quick);
          at = buffer[quick + 1] === carriage ? quick + 2 : quick + 1;
        } else if (byte === opening) {
          const next = this.quoted(column, row, at, end, final);
          if (next < 0) break records;
          at = next;
        } else if (state === text) {
          // Four bytes at a time: `hit` has the high bit of each byte that equals one of the two ends (Mycroft's test for
          // a zero byte; the lowest is exact).
          let hash = 0;
          let word = view.getInt32(at, true);
          for (;;) {
            const d = word ^ delimiters;
            const e = word ^ lineEnds;
            const hit = (((d - 0x01010101) & ~d) | ((e - 0x01010101) & ~e)) & 0x80808080;
            if (hit !== 0) {
              const left = (31 - Math.clz32(hit & -hit)) >> 3;
              at += left;
              hash = Math.imul(hash ^ (word & ((1 << (left << 3)) - 1)) ^ (left << 24), 0x01000193);
              break;
            }
            const mixed = Math.imul(hash ^ word, 0x01000193);
            hash = mixed ^ (mixed >>> 15);
            at += 4;
            word = view.getInt32(at, true);
          }
          if (at >= end && !final) break records;
          let stop = at;
          if (stop > start && buffer[stop - 1] === carriage && (at >= end || buffer[at] === lineEnd)) {
            while (stop > start && buffer[stop - 1] === carriage) stop--;
            hash = hashOfText(view, start, stop);
          }
          if (this.foreignSeen) this.refuseForeign(start, stop);
          const entry = column * batch + place;
          starts[entry] = start;
          lengths[entry] = stop - start;
          hashes[entry] = hash;
        } else if (state === skipped) {
          while (byte !== delimiter && byte !== lineEnd) byte = buffer[++at] as number;
          if (at === end && !final) break records;
        } else {
          // [-]digits[.digits][e[+-]digits] without a leading zero, up to 2^53; everything else takes the slow way.
          let isQuick = false;
          const negative = byte === 45;
          if (negative) byte = buffer[++at] as number;
          let digit = byte - 48;
          if (digit >= 0 && digit <= 9) {
            let mantissa = digit;
            byte = buffer[++at] as number;
            digit = byte - 48;
            if (mantissa !== 0) {
              // Four digits at a time where four stand.
              for (let four = view.getInt32(at, true); isFourDigits(four); four = view.getInt32(at, true)) {
                mantissa = mantissa * 10000 + fourDigits(four);
                at += 4;
              }
              byte = buffer[at] as number;
              digit = byte - 48;
              while (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                byte = buffer[++at] as number;
                digit = byte - 48;
              }
            }
            let scale = 0;
            let isWhole = true;
            if (byte === 46) {
              isWhole = false;
              const point = at++;
              for (let four = view.getInt32(at, true); isFourDigits(four); four = view.getInt32(at, true)) {
                mantissa = mantissa * 10000 + fourDigits(four);
                at += 4;
              }
              byte = buffer[at] as number;
              digit = byte - 48;
              while (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                byte = buffer[++at] as number;
                digit = byte - 48;
              }
              scale = at - point - 1;
            }
            if (byte === 101 || byte === 69) {
              const mark = buffer[at + 1] as number;
              // A bare exponent (2E3) may be a name, so a sign or a point is needed.
              if (mark === 43 || mark === 45 || !isWhole) {
                const exponent = this.exponentAt(mark === 43 || mark === 45 ? at + 2 : at + 1);
                at = this.exponentEnd;
                byte = buffer[at] as number;
                scale += mark === 45 || exponent === noExponent ? exponent : -exponent;
                isWhole = false;
              }
            }
            if (
              (byte === delimiter || byte === lineEnd || (byte === carriage && buffer[at + 1] === lineEnd)) &&
              mantissa <= 9007199254740991 &&
              scale <= 22 &&
              scale >= -22
            ) {
              isQuick = true;
              if (byte === carriage) at++;
              if (at >= end && !final) break records;
              if (isWhole && state <= integer && mantissa <= 0x7fffffff && !(negative && mantissa === 0)) {
                if (state === unseen) columns.beginInteger(column);
                (integers[column] as Int32Array)[row] = negative ? -mantissa : mantissa;
              } else {
                if (state !== float) columns.toFloat(column, row);
                const value = scaled(mantissa, scale);
                (floats[column] as Float64Array)[row] = negative ? -value : value;
              }
            }
          }
          if (!isQuick) {
            at = this.takeOther(column, row, start, at, final ? -1 : end);
            if (at < 0) break records;
          }
        }

        // `at` stands on what ended the field.
        if (at < end && buffer[at] === delimiter) {
          at++;
          if (column < last) continue;
          const next = this.tooLong(row, at, end, final);
          if (next < 0) break records;
          at = next;
        } else {
          if (column < last) {
            this.fillRow(row, column + 1);
          }
          at++;
        }
        break;
      }
      if (this.isCut) this.seeLongTexts(begin, at);
      begin = at;
      row++;
      this.lines += 1 + this.linesInside;
      if (this.linesInside > 0) this.shiftLines(row);
    }
    const rest = Math.min(begin, end);
    this.lookUp(row);
    this.rows = row;
    buffer.copyWithin(0, rest, end);
    this.used = final ? 0 : end - rest;
  }

  /** A text whose quotes stand at `start` and `close`, with none doubled in between. */
  private takeQuoted(column: number, row: number, start: number, close: number): void {
    const { buffer } = this;
    const { delimiter, lineEnd } = this.layout;
    const { starts, lengths, hashes } = this.texts;
    const entry = column * this.batch + row - this.batchRow;
    let lines = 0;
    let cuts = 0;
    for (let at = start + 1; at < close; at++) {
      const inside = buffer[at];
      if (inside === lineEnd) lines++;
      else if (inside === delimiter) cuts++;
    }
    if (lines > 0) {
      this.linesInside += lines;
      if (cuts > 0) this.isCut = true;
    }
    starts[entry] = start + 1;
    lengths[entry] = close - start - 1;
    hashes[entry] = hashOfText(this.view, start + 1, close);
    if (close - start < 6) this.columns.seeQuoted(column, row, buffer, start + 1, close);
  }

  /** A cell that is no plain number, of which `at` is some place. Answers where it ends, -1 where that is at `end`, which is not the end of the file. */
  private takeOther(column: number, row: number, start: number, at: number, end: number): number {
    const { buffer } = this;
    const { delimiter, lineEnd } = this.layout;
    while (buffer[at] !== delimiter && buffer[at] !== lineEnd) at++;
    if (at === end) return -1;
    let stop = at;
    if (buffer[at] === lineEnd) while (stop > start && buffer[stop - 1] === returnBefore(lineEnd)) stop--;
    if (this.foreignSeen) this.refuseForeign(start, stop);
    this.setOther(column, row, buffer, start, stop);
    return at;
  }

  /** Blanks before a quote are none of the text: where the quote stands; `at` where none does. */
  private behindBlanks(at: number, end: number): number {
    const { buffer } = this;
    let next = at + 1;
    while (buffer[next] === space) next++;
    return buffer[next] === quote && next < end ? next : at;
  }

  /** A row that is too short: missing cells from `column` on, where it may be filled. */
  private fillRow(row: number, column: number): void {
    const { columns: width, fill } = this.layout;
    const { starts, lengths, hashes } = this.texts;
    const { states } = this.columns;
    if (!fill) throw unequalRows(row + 1, this.lines + 1, width, column);
    note(this.filled, this.lines + 1);
    for (let missing = column; missing < width; missing++) {
      if (states[missing] === text) {
        const entry = missing * this.batch + row - this.batchRow;
        lengths[entry] = 0;
        starts[entry] = 0;
        hashes[entry] = hashTail(0, 0, 0);
      } else if (states[missing] !== skipped) this.columns.setMissing(missing, row);
    }
  }

  /** A line without anything in it is no row. */
  private passEmptyLine(row: number): void {
    this.lines++;
    if (this.layout.columns === 1) this.emptyLines.push({ row, line: this.lines });
    this.shiftLines(row);
  }

  /** The exponent whose digits begin at `from`; where they end stands in `exponentEnd`. */
  private exponentAt(from: number): number {
    const { buffer } = this;
    let exponent = 0;
    let at = from;
    for (let digit = (buffer[at] as number) - 48; digit >= 0 && digit <= 9 && exponent < 10000; ) {
      exponent = exponent * 10 + digit;
      digit = (buffer[++at] as number) - 48;
    }
    this.exponentEnd = at;
    return at === from ? noExponent : exponent;
  }
  private exponentEnd = 0;

  /** A text in quotes over several lines with a delimiter in it may be rows behind a stray quote. Of a record, rarely. */
  private seeLongTexts(from: number, to: number): void {
    for (const { line, lines } of longTexts(this.buffer.subarray(from, to), this.layout.delimiter, this.layout.lineEnd)) {
      this.longTexts ??= { line: this.lines + 1 + line, lines, count: 0 };
      this.longTexts.count++;
    }
  }

  private setOther(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    this.columns.setOther(column, row, bytes, start, end);
    // The column may have become text with this cell.
    if (this.columns.states[column] === text) this.pendingFrom[column] = row - this.batchRow + 1;
  }

  /** A text without quotes that holds a line end of another system is two rows to one program and one to the next. */
  private refuseForeign(start: number, end: number): void {
    if (foreignIn(this.buffer, start, end, this.layout.lineEnd)) throw mixedLineEnds(this.lines + 1 + this.linesInside);
  }

  /** Looks up all texts of the batch, which ends before `row`. */
  private lookUp(row: number): void {
    const { states } = this.columns;
    for (let column = 0; column < states.length; column++) if (states[column] === text) this.lookUpColumn(column, row);
    this.pendingFrom.fill(0);
    this.batchRow = row;
  }

  private lookUpColumn(column: number, row: number): void {
    const from = this.pendingFrom[column] as number;
    const to = row - this.batchRow;
    if (from >= to) return;
    const base = column * this.batch;
    this.columns.setTexts(column, this.batchRow + from, this.buffer, this.view, this.texts, base + from, base + to);
  }

  private shiftLines(row: number): void {
    const extra = this.lines - this.layout.linesBefore - row;
    const { lineShifts } = this;
    if (lineShifts[lineShifts.length - 2] === row) lineShifts[lineShifts.length - 1] = extra;
    else if (lineShifts.length < mostShifts) lineShifts.push(row, extra);
  }

  /** A quoted field that begins at `at`. Answers where its delimiter stands, -1 when the block ends first. */
  private quoted(column: number, row: number, at: number, end: number, final: boolean): number {
    const { buffer } = this;
    const { delimiter, lineEnd } = this.layout;
    const carriage = returnBefore(lineEnd);
    const start = this.aside;
    let to = start;
    let newlines = 0;
    let delimiters = 0;
    let inside = true;
    at++;
    for (;;) {
      if (at >= end) {
        if (!final) return -1;
        if (inside) throw openQuote(this.lines + 1 + this.linesInside);
        break;
      }
      const byte = buffer[at] as number;
      if (inside) {
        if (byte === quote) {
          if (at + 1 >= end && !final) return -1;
          if (at + 1 < end && buffer[at + 1] === quote) at++;
          else {
            inside = false;
            at++;
            continue;
          }
        } else if (byte === lineEnd) newlines++;
        else if (byte === delimiter) delimiters++;
      } else {
        if (byte === delimiter || byte === lineEnd) break;
        const line = this.lines + 1 + this.linesInside;
        if (byte === 10 || byte === 13) {
          let next = at;
          while (next < end && buffer[next] === carriage) next++;
          if (next >= end && !final) return -1;
          if (next === at || buffer[next] !== lineEnd) throw mixedLineEnds(line + newlines);
          at = next;
          break;
        }
        if (byte !== space) throw quoteInside(line + newlines, line, this.shown(at, end));
        at++;
        continue;
      }
      buffer[to++] = byte;
      at++;
    }
    this.linesInside += newlines;
    this.isCut ||= newlines > 0 && delimiters > 0;
    const state = this.columns.states[column] as number;
    if (to - start < 5) this.columns.seeQuoted(column, row, buffer, start, to);
    if (state === text) {
      const { starts, lengths, hashes } = this.texts;
      const entry = column * this.batch + row - this.batchRow;
      starts[entry] = start;
      lengths[entry] = to - start;
      hashes[entry] = hashOfText(this.view, start, to);
      this.aside = to;
    } else if (state !== skipped) this.setOther(column, row, buffer, start, to);
    return at;
  }

  /** The beginning of what stands there, for a sentence. */
  private shown(at: number, end: number): string {
    const { delimiter, lineEnd } = this.layout;
    let stop = at;
    while (stop < Math.min(end, at + 24) && this.buffer[stop] !== delimiter && this.buffer[stop] !== lineEnd) stop++;
    return new TextDecoder().decode(this.buffer.subarray(at, stop)).trim();
  }

  /** More fields than columns: empty ones may be passed over, others are a fault. Answers where the next record begins, -1 when the block ends first. */
  private tooLong(row: number, at: number, end: number, final: boolean): number {
    const { buffer } = this;
    const { delimiter, lineEnd, columns, surplus, fill } = this.layout;
    let found = columns + 1;
    let full = false;
    for (; at < end && buffer[at] !== lineEnd; at++) {
      if (buffer[at] === delimiter) found++;
      else if (buffer[at] !== 13 && buffer[at] !== space) full = true;
    }
    if (at >= end && !final) return -1;
    if (full) throw longRow(row + 1, this.lines + 1, columns, found);
    if (found - columns > surplus) {
      if (!fill) throw surplusRow(row + 1, this.lines + 1, columns, found);
      note(this.overfull, this.lines + 1);
    }
    return at + 1;
  }
}

const mostNoted = 10;

function note(seen: { readonly lines: number[]; count: number }, line: number): void {
  seen.count++;
  if (seen.lines.length < mostNoted) seen.lines.push(line);
}
