// Lines of places into columns, as the format lays them out. A line that does not fit is refused with its number, the column and
// what stands there.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { ExpectedRows } from "../delimited/grown-arrays.ts";
import { FailureError } from "../../../base/failure.ts";
import { uniqueNames } from "../delimited/read-delimited.ts";
import { AnySink, type Sink, sinkOf } from "./cell-sinks.ts";
import type { AttributeColumns } from "./attribute-columns.ts";
import type { LaidColumn } from "./laid-out.ts";
import { words } from "./words.ts";

const quote = 34;
const tab = 9;
const blank = 32;
const decoder = new TextDecoder();

export interface PlaceRowsOptions {
  /** For sentences. */
  readonly format: string;
  readonly columns: readonly LaidColumn[];
  readonly least: number;
  /** Between fields: a tab, or any number of blanks and tabs. */
  readonly separator: "tab" | "blanks";
  /** What stands behind the columns of the format: columns of their own, or no line of it. */
  readonly further: "columns" | "none";
  /** Short lines are filled. */
  readonly fill: boolean;
  /** Names of the columns, where the file says them; of all, or of what stands behind those of the format. */
  readonly names?: readonly string[];
  /** Fields may stand in quotes, as R writes texts. */
  readonly quoted?: boolean;
  /** The field behind the columns of the format holds several of its own. */
  readonly attributes?: AttributeColumns;
}

interface Laid extends LaidColumn {
  readonly sink: Sink;
  /** Of an end: where its start stands. */
  readonly startsAt: number;
}

export class PlaceRows {
  rows = 0;
  /** Columns that lines have, told by the first. */
  width = 0;
  /** Cells of a lenient column that are none of it: the first, and how many. */
  unread: { readonly line: number; readonly column: string; readonly value: string; count: number } | null = null;
  readonly expected = new ExpectedRows();
  private readonly columns: Laid[] = [];
  private readonly options: PlaceRowsOptions;
  private starts = new Int32Array(32);
  private ends = new Int32Array(32);
  /** Rows from which on lines stand further down than the row before tells: rows and what is to be added to them. */
  private shiftRows: number[] = [];
  private shifts: number[] = [];

  constructor(options: PlaceRowsOptions) {
    this.options = options;
  }

  /** Fields of a line; their places are in `starts` and `ends` until the next one. */
  private cut(bytes: Uint8Array, start: number, end: number): number {
    let count = 0;
    let from = start;
    const isTab = this.options.separator === "tab";
    let last = end;
    if (!isTab) while (last > from && isBlank(bytes[last - 1] as number)) last--;
    for (let at = from; at <= last; at++) {
      if (at < last && (isTab ? bytes[at] !== tab : !isBlank(bytes[at] as number))) continue;
      // Blanks stand together.
      if (isTab || at > from) {
        if (count === this.starts.length) this.makeRoom();
        this.starts[count] = from;
        this.ends[count] = at;
        count++;
      }
      from = at + 1;
    }
    return count;
  }

  private takeOffQuotes(bytes: Uint8Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const from = this.starts[at] as number;
      const to = this.ends[at] as number;
      if (to - from < 2 || bytes[from] !== quote || bytes[to - 1] !== quote) continue;
      this.starts[at] = from + 1;
      this.ends[at] = to - 1;
    }
  }

  private makeRoom(): void {
    const more = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const longer = new Int32Array(array.length * 2);
      longer.set(array);
      return longer;
    };
    this.starts = more(this.starts);
    this.ends = more(this.ends);
  }

  private begin(found: number, line: number): void {
    const { columns, format, least, further, names = [], attributes } = this.options;
    const most = columns.length + (attributes ? 1 : 0);
    // Tabs at the end of each line hold nothing (data_mutations.txt of cBioPortal).
    const isOver = found > most && further === "none";
    if (isOver && !this.areEmpty(most, found)) words.fail("too-many-fields", { line, found, expected: most, format });
    if (found > mostColumns) words.fail("too-many-fields", { line, found, expected: mostColumns, format });
    this.width = isOver ? most : Math.max(found, least);
    for (let at = 0; at < (attributes ? columns.length : this.width); at++) {
      const laid = columns[at];
      const name = names[at];
      const own: LaidColumn = laid ?? { name: name || `column${at + 1}`, type: "any", dots: true };
      const startsAt = own.endsOf === undefined ? -1 : columns.findIndex((one) => one.name === own.endsOf);
      const { dots = false, nothing = null, knowsWords = false } = laid ?? {};
      const { room } = this.expected;
      const sink = laid ? sinkOf(laid.type, { dots, nothing, knowsWords, room }) : new AnySink(true, true, room);
      this.columns.push({ ...own, sink, startsAt });
    }
  }

  /** One line of places. */
  add(bytes: Uint8Array, start: number, end: number, line: number): void {
    const found = this.cut(bytes, start, end);
    if (this.options.quoted) this.takeOffQuotes(bytes, found);
    const { options } = this;
    if (found < options.least) words.fail("too-few-fields", { line, found, expected: options.least, format: options.format });
    if (this.rows === 0 && this.width === 0) this.begin(found, line);
    if (found !== this.width && !(found < this.width && options.fill)) this.refuseWidth(found, line);
    this.notice(line);
    const last = this.width - 1;
    options.attributes?.put(bytes, [this.starts[last] as number, this.ends[last] as number], this.rows, line);
    for (let at = 0; at < this.columns.length; at++) {
      const column = this.columns[at] as Laid;
      const { sink } = column;
      if (at >= found) {
        sink.skip();
        continue;
      }
      const from = this.starts[at] as number;
      const to = this.ends[at] as number;
      if (!sink.put(bytes, from, to)) {
        if (!column.isLenient) this.refuseCell(column, bytes, from, to, line);
        sink.skip();
        this.unread ??= { line, column: column.name, value: this.shown(bytes, from, to), count: 0 };
        this.unread.count++;
      }
      if (column.least !== undefined || column.startsAt >= 0 || column.isNeeded || column.strands !== undefined)
        this.check(column, bytes, from, to, line);
    }
    this.rows++;
  }

  private check(column: Laid, bytes: Uint8Array, from: number, to: number, line: number): void {
    const { name, sink, least, startsAt, isNeeded, strands, type } = column;
    const { format } = this.options;
    if (type === "text") {
      if (isNeeded && to === from) words.fail("no-chromosome", { line });
      if (strands !== undefined && to > from && !isStrand(bytes, from, to, strands))
        words.fail("no-strand", { line, column: name, value: this.shown(bytes, from, to), format });
      return;
    }
    const { last } = sink;
    if (Number.isNaN(last)) {
      if (isNeeded && column.nothing === undefined) this.refuseCell(column, bytes, from, to, line);
      return;
    }
    if (least !== undefined && last < least) words.fail("before-first", { line, column: name, value: last, least, format });
    if (startsAt < 0) return;
    const start = (this.columns[startsAt] as Laid).sink.last;
    if (last < start) words.fail("start-after-end", { line, start, end: last });
  }

  private refuseCell({ name, type }: LaidColumn, bytes: Uint8Array, from: number, to: number, line: number): never {
    const params = { line, column: name, value: this.shown(bytes, from, to), format: this.options.format };
    if (type !== "whole") return words.fail("no-number", params);
    return words.fail(/^[+-]?\d+$/.test(params.value) ? "beyond-32-bits" : "no-whole", params);
  }

  private refuseWidth(found: number, line: number): void {
    const { width: expected } = this;
    // Tabs at the end of a line hold nothing.
    if (found > expected && this.areEmpty(expected, found)) return;
    const more = found < expected ? { fix: { path: ["ragged"], value: "fill" } } : {};
    throw new FailureError(words.failure("fields-differ", { line, found, expected }, more));
  }

  private areEmpty(from: number, to: number): boolean {
    let at = from;
    while (at < to && this.starts[at] === this.ends[at]) at++;
    return at === to;
  }

  private shown(bytes: Uint8Array, from: number, to: number): string {
    return decoder.decode(bytes.subarray(from, Math.min(to, from + 60)));
  }

  private notice(line: number): void {
    const shift = line - this.rows;
    if (this.shifts.at(-1) === shift) return;
    this.shiftRows.push(this.rows);
    this.shifts.push(shift);
  }

  /** Line of the file, from 1, of a row from 0. */
  lineOf(row: number): number {
    let low = 0;
    let high = this.shiftRows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.shiftRows[middle] as number) <= row) low = middle;
      else high = middle - 1;
    }
    return row + (this.shifts[low] ?? 1);
  }

  take(): Table {
    const lineOf = (row: number): number => this.lineOf(row);
    const own = this.columns.map(({ sink, name, more }): Column => sink.take(name, more ?? {}, lineOf));
    const all = [...own, ...(this.options.attributes?.take(this.rows, lineOf) ?? [])];
    const { names } = uniqueNames(all.map(({ name }) => name));
    const columns = all.map((column, at): Column => ({ ...column, name: names[at] as string }));
    return { type: "table", rowCount: this.rows, columns };
  }
}

/** Of a table that a person reads; a line of more fields is another file's. */
const mostColumns = 20_000;

const isBlank = (byte: number): boolean => byte === blank || byte === tab;

const isStrand = (bytes: Uint8Array, from: number, to: number, strands: string): boolean =>
  to - from === 1 && (bytes[from] === 46 || strands.includes(String.fromCharCode(bytes[from] as number)));
