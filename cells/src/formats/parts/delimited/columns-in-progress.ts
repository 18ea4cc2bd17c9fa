// The columns of a file while it is read, one array per column and one state: nothing seen, whole numbers, numbers,
// texts. A column changes its state when a cell does not fit; what stood before is turned where that loses nothing, else
// the file is read again for that column (`textFrom`).

import { FailureError } from "../../../base/failure.ts";
import type { Column, IntegerColumn, NumberColumn, TextColumn } from "../../../artifacts/artifact.ts";
import { fitting, longer, noFloats, noIntegers } from "./grown-arrays.ts";
import { readEmpty, usedTexts, withoutEntries } from "./missing-cells.ts";
import { knownMissing, type MissingWords } from "./missing-words.ts";
import { numberOfText } from "./number-text.ts";
import { numbersOfTexts, type TakenExponents } from "./numbers-of-texts.ts";
import type { PoolRoom } from "./record-scan/pool-room.ts";
import { TextPool, type TextsInBuffer } from "./text-pool.ts";
import { asBoolean } from "./truth-values.ts";
import { words as loadWords } from "../words.ts";

export const unseen = 0;
export const integer = 1;
export const float = 2;
export const text = 3;
/** Passed over: the second reading wants other columns. */
export const skipped = 4;

const decoder = new TextDecoder("latin1");

/** A word for missing cells that was kept as a name. */
export interface KeptName {
  readonly column: string;
  readonly word: string;
  /** Of the first one, from 0. */
  readonly row: number;
  readonly count: number;
  readonly isQuoted: boolean;
}

/** NA that was read as missing in a column of codes such as NA is one. */
export interface DoubtfulMissing {
  readonly column: string;
  /** Of the first one, from 0. */
  readonly row: number;
  readonly count: number;
  readonly names: readonly string[];
}

/** By what columns are called: whether words that stand for missing cells could be names there. */
export type Naming = "identifiers" | "codes" | null;

export interface ColumnsOptions {
  readonly words?: MissingWords;
  readonly naming?: readonly Naming[];
  /** Every field of the file stands in quotes, so that quotes say nothing. */
  readonly allQuoted?: boolean;
}

export class ColumnsInProgress {
  readonly count: number;
  readonly states: Uint8Array;
  /** Whole numbers, or codes of texts. */
  readonly integers: Int32Array[];
  readonly floats: Float64Array[];
  readonly valid: (Uint8Array | null)[];
  readonly pools: (TextPool | null)[];
  /** Rows before this one were numbers when the column became text, and their spelling is lost; 0 = none. */
  readonly textFrom: Float64Array;
  /** 1 where turning whole numbers back into text would not give what stood in the file. */
  readonly respelled: Uint8Array;
  /** Columns that are numbers by their other values. */
  readonly exponents: TakenExponents[] = [];
  readonly keptNames: KeptName[] = [];
  readonly doubtfulMissing: DoubtfulMissing[] = [];
  capacity = 0;
  private readonly words: MissingWords;
  private readonly naming: readonly Naming[];
  private readonly allQuoted: boolean;
  /** Per column that says nothing of its names: where NA stands first without quotes, and how often. */
  readonly bareNA: ({ readonly row: number; last: number; count: number } | undefined)[] = [];
  /** Per column, words for missing cells by row: in quotes, and without. */
  readonly quotedWords: (Map<number, string> | undefined)[] = [];
  readonly bareWords: (Map<number, string> | undefined)[] = [];

  constructor(count: number, { words = knownMissing, naming = [], allQuoted = false }: ColumnsOptions = {}) {
    this.count = count;
    this.words = words;
    this.naming = words.areSet ? [] : naming;
    this.allQuoted = allQuoted;
    this.states = new Uint8Array(count);
    this.integers = Array.from({ length: count }, () => noIntegers);
    this.floats = Array.from({ length: count }, () => noFloats);
    this.valid = Array.from({ length: count }, () => null);
    this.pools = Array.from({ length: count }, () => null);
    this.textFrom = new Float64Array(count);
    this.respelled = new Uint8Array(count);
  }

  /** Texts of batches that lie in the memory of a scan are looked up there; null: no more. */
  lookUpIn(room: PoolRoom | null): void {
    this.room = room;
    for (const pool of this.pools)
      if (room) pool?.moveInto(room);
      else pool?.leaveRoom();
  }
  private room: PoolRoom | null = null;

  /** Makes room for at least `rows` rows. */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = rows;
    for (let column = 0; column < this.count; column++) {
      const state = this.states[column] as number;
      if (state === integer || state === text) this.integers[column] = longer(this.integers[column] as Int32Array, rows);
      if (state === float) this.floats[column] = longer(this.floats[column] as Float64Array, rows);
      const valid = this.valid[column];
      if (valid) {
        const more = longer(valid, rows);
        more.fill(1, valid.length);
        this.valid[column] = more;
      }
    }
  }

  /** An unseen column meets its first number. */
  beginInteger(column: number): void {
    this.states[column] = integer;
    this.integers[column] = new Int32Array(this.capacity);
  }

  /** Whole numbers become numbers: the next cell has a fraction or is too large for 32 bits. */
  toFloat(column: number, rows: number): void {
    const floats = new Float64Array(this.capacity);
    if (this.states[column] === integer) {
      const integers = this.integers[column] as Int32Array;
      for (let row = 0; row < rows; row++) floats[row] = integers[row] as number;
      this.integers[column] = noIntegers;
    }
    this.states[column] = float;
    this.floats[column] = floats;
  }

  toText(column: number, rows: number): void {
    const pool = new TextPool(this.words.isText, this.words.longest);
    if (this.room) pool.moveInto(this.room);
    const codes = new Int32Array(this.capacity);
    const state = this.states[column] as number;
    const valid = this.valid[column];
    const empty = valid ? pool.emptyCode() : 0;
    if (state === integer && !this.respelled[column]) {
      const integers = this.integers[column] as Int32Array;
      for (let row = 0; row < rows; row++) {
        codes[row] = valid && valid[row] === 0 ? empty : pool.internText(String(integers[row]));
      }
      this.markMissing(column, pool, codes, rows);
    } else if (state !== unseen || this.respelled[column]) {
      this.textFrom[column] = rows;
    }
    this.states[column] = text;
    this.pools[column] = pool;
    this.integers[column] = codes;
    this.floats[column] = noFloats;
  }

  /** A number that was set to stand for nothing is known as one only now that its column holds texts. */
  private markMissing(column: number, pool: TextPool, codes: Int32Array, rows: number): void {
    const missing = new Set(pool.missing);
    if (missing.size === 0) return;
    const empty = pool.emptyCode();
    for (let row = 0; row < rows; row++) {
      if (!missing.has(codes[row] as number)) continue;
      const valid = (this.valid[column] ??= new Uint8Array(this.capacity).fill(1));
      valid[row] = 0;
      codes[row] = empty;
    }
  }

  /** The end of the file: a column of nothing but "." or "-" (a strand, an allele) holds those texts. */
  settle(rows: number): void {
    for (let column = 0; column < this.count; column++) {
      if (this.states[column] === unseen && this.respelled[column]) this.toText(column, rows);
    }
  }

  setMissing(column: number, row: number): void {
    let valid = this.valid[column];
    if (!valid) {
      valid = new Uint8Array(this.capacity).fill(1);
      this.valid[column] = valid;
    }
    valid[row] = 0;
    const state = this.states[column] as number;
    if (state === text) (this.integers[column] as Int32Array)[row] = (this.pools[column] as TextPool).emptyCode();
  }

  /** A number that the quick way did not take. */
  setNumber(column: number, row: number, value: number): void {
    if (this.states[column] === unseen || this.states[column] === integer) {
      if (Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0)) {
        if (this.states[column] === unseen) this.beginInteger(column);
        (this.integers[column] as Int32Array)[row] = value;
        return;
      }
      this.toFloat(column, row);
    }
    (this.floats[column] as Float64Array)[row] = value;
  }

  /** Any cell of a column that holds no texts so far, the slow way: missing, an unusual number, or the first text. */
  setOther(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.words.isText(bytes, start, end)) {
      this.seeBare(column, row, bytes, start, end);
      this.setMissing(column, row);
      return;
    }
    if (end - start <= 64) {
      const word = decoder.decode(bytes.subarray(start, end));
      if (this.words.ofNumbers.has(word)) {
        if (!this.words.ofTexts.has(word)) this.respelled[column] = 1;
        this.setMissing(column, row);
        return;
      }
      const value = numberOfText(word);
      if (value !== null) {
        this.respelled[column] = 1;
        this.setNumber(column, row, value);
        return;
      }
    }
    this.toText(column, row);
    this.setText(column, row, bytes, start, end);
  }

  setText(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.words.isText(bytes, start, end)) {
      this.seeBare(column, row, bytes, start, end);
      this.setMissing(column, row);
      return;
    }
    (this.integers[column] as Int32Array)[row] = (this.pools[column] as TextPool).intern(bytes, start, end);
  }

  /** A short text in quotes: "NA" in them may be a name. */
  seeQuoted(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.words.areSet || end === start || !this.words.isText(bytes, start, end)) return;
    (this.quotedWords[column] ??= new Map()).set(row, decoder.decode(bytes.subarray(start, end)));
  }

  private seeBare(column: number, row: number, bytes: Uint8Array, start: number, end: number): void {
    if (end === start) return;
    if (!this.naming[column]) {
      if (this.words.areSet || end - start !== 2 || bytes[start] !== 0x4e || bytes[start + 1] !== 0x41) return;
      const known = this.bareNA[column];
      // A row may be seen as bytes and as a text.
      if (known && row > known.last) {
        known.last = row;
        known.count++;
      } else if (!known) this.bareNA[column] = { row, last: row, count: 1 };
      return;
    }
    (this.bareWords[column] ??= new Map()).set(row, decoder.decode(bytes.subarray(start, end)));
  }

  /** The texts of entries [first, last), rows from `row` on; marks the missing ones. */
  setTexts(
    column: number,
    row: number,
    bytes: Uint8Array,
    view: DataView,
    texts: TextsInBuffer,
    first: number,
    last: number,
  ): void {
    const codes = this.integers[column] as Int32Array;
    const pool = this.pools[column] as TextPool;
    pool.internMany(bytes, view, texts, first, last, codes, row);
    const { missing } = pool;
    if (missing.length === 0) return;
    const end = row + last - first;
    const empty = pool.emptyCode();
    let valid = this.valid[column];
    for (const code of missing) {
      for (let at = row; at < end; at++) {
        if (codes[at] !== code) continue;
        const entry = first + at - row;
        const start = texts.starts[entry] as number;
        this.seeBare(column, at, bytes, start, start + (texts.lengths[entry] as number));
        valid ??= this.valid[column] = new Uint8Array(this.capacity).fill(1);
        valid[at] = 0;
        codes[at] = empty;
      }
    }
  }

  /** The finished column; its arrays are given away. `line` says on which line of the file a row stands. */
  take(column: number, name: string, rows: number, lineOf: (row: number) => number): Column {
    const marks = this.valid[column]?.subarray(0, rows) ?? null;
    const valid = marks?.includes(0) ? fitting(marks, rows) : null;
    this.valid[column] = null;
    switch (this.states[column]) {
      case integer: {
        const values = fitting(this.integers[column] as Int32Array, rows);
        this.integers[column] = noIntegers;
        return this.withoutValues({ name, type: "int32", valid, values });
      }
      case float: {
        const values = fitting(this.floats[column] as Float64Array, rows);
        this.floats[column] = noFloats;
        return this.withoutValues({ name, type: "float64", valid, values });
      }
      case text: {
        const pool = this.pools[column] as TextPool;
        const codes = fitting(this.integers[column] as Int32Array, rows);
        const empty = valid || pool.missing.length > 0 ? pool.emptyCode() : -1;
        if (valid) readEmpty(codes, valid, empty);
        const unused = pool.missing.filter((code) => code !== empty);
        const broken = pool.takeTexts();
        if (!broken) {
          const row = codes.indexOf(pool.firstBroken());
          throw new FailureError(loadWords.failure("not-utf8", { column: name, line: lineOf(Math.max(0, row)) }));
        }
        this.integers[column] = noIntegers;
        this.pools[column] = null;
        const dictionary = withoutEntries(broken, unused, codes);
        const numbers = numbersOfTexts(name, valid, codes, dictionary, this.words);
        if (numbers) this.exponents.push(numbers.exponents);
        if (numbers) return numbers.column;
        const truths = asBoolean(name, valid, codes, dictionary);
        return truths ?? this.withNames(column, { name, type: "text", valid, codes, dictionary });
      }
      default:
        return { name, type: "text", valid: new Uint8Array(rows), codes: new Int32Array(rows), dictionary: [""] };
    }
  }

  /** Numbers that were set to stand for nothing are missing. */
  private withoutValues<C extends IntegerColumn | NumberColumn>(column: C): C {
    const { values: words } = this.words;
    if (words.length === 0) return column;
    const valid = Uint8Array.from(column.values, (value, row) => (column.valid?.[row] === 0 || words.includes(value) ? 0 : 1));
    if (!valid.includes(0)) return column;
    valid.forEach((mark, row) => mark === 0 && (column.values[row] = 0));
    return { ...column, valid };
  }

  /**
   * Words for missing cells that are names after all: those in quotes where not everything is quoted; the one among distinct
   * identifiers; all of them among codes such as those of countries. What is kept is told.
   */
  private withNames(column: number, found: TextColumn): TextColumn {
    const { name, codes, valid } = found;
    const naming = this.naming[column] ?? null;
    const bare = this.bareWords[column];
    const quoted = this.quotedWords[column];
    const seenNA = this.bareNA[column];
    if (valid === null || (!bare && !quoted && !seenNA)) return found;
    const { used, missing } = usedTexts(found.dictionary, codes, valid);
    const texts = seenNA ? used : [];
    // HA, PB1, PB2: whatever the column is called, NA may be one of them.
    if (
      seenNA &&
      texts.length > 2 &&
      texts.every((each) => codeLike.test(each)) &&
      texts.some((each) => /^[A-Z]{2}$/.test(each))
    ) {
      if (missing === 1 && used.length === codes.length - 1) {
        codes[seenNA.row] = found.dictionary.length;
        this.keptNames.push({ column: name, word: "NA", row: seenNA.row, count: 1, isQuoted: false });
        return { ...found, valid: null, dictionary: [...found.dictionary, "NA"] };
      }
      this.doubtfulMissing.push({ column: name, row: seenNA.row, count: seenNA.count, names: texts.slice(0, 3) });
    }
    const words = new Map([...(bare ?? []), ...(quoted ?? [])].filter(([row]) => valid[row] === 0));
    const isIdentifier =
      naming === "identifiers" && words.size === 1 && missing === 1 && used.length === codes.length - 1 && codes.length > 2;
    const areCodes = naming === "codes" && used.length > 2 && used.every((text) => /^[A-Z]{1,3}\d?$/.test(text));
    const rows = [...words].filter(
      ([row, word]) => ((isIdentifier || areCodes) && word === "NA") || (!this.allQuoted && quoted?.has(row)),
    );
    const [first] = rows.toSorted(([a], [b]) => a - b);
    if (!first) return found;
    const dictionary = [...found.dictionary];
    for (const [row, word] of rows) {
      let code = dictionary.indexOf(word);
      if (code < 0) code = dictionary.push(word) - 1;
      codes[row] = code;
      valid[row] = 1;
    }
    const isQuoted = quoted?.has(first[0]) ?? false;
    this.keptNames.push({ column: name, word: first[1], row: first[0], count: rows.length, isQuoted });
    return { ...found, valid: valid.includes(0) ? valid : null, dictionary };
  }
}

/** Codes in capitals, as those of segments, countries and stages. */
const codeLike = /^[A-Z][A-Z0-9]{0,5}$/;
