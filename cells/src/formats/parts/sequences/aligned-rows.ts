// The rows of an alignment while it is read, block by block, and the table that they become. All of them have one length.

import type { Column } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent, ReadSettings } from "../../../contract/format.ts";
import { grownInts } from "../matrices/grown.ts";
import { grownTo } from "./each-line.ts";
import { type SequenceTable, SequenceRows } from "./sequence-rows.ts";
import { words } from "./words.ts";

/** A row with all of its letters. */
export interface AlignedRow {
  readonly name: string;
  readonly line: number;
  readonly letters: string;
  readonly description?: string;
}

/** Letters lie once, as bytes; a row is a chain of pieces of them, one of each block. */
export class AlignedRows {
  private readonly names: string[] = [];
  private readonly byName = new Map<string, number>();
  private readonly lines = new Numbers();
  private readonly lengths = new Numbers();
  private readonly firstPiece = new Numbers();
  private readonly lastPiece = new Numbers();
  private readonly starts = new Numbers();
  private readonly sizes = new Numbers();
  private readonly nextPiece = new Numbers();
  private bytes = new Uint8Array(1 << 12);
  private used = 0;

  get count(): number {
    return this.names.length;
  }
  has(name: string): boolean {
    return this.byName.has(name);
  }
  /** From 0. */
  rowOf(name: string): number | undefined {
    return this.byName.get(name);
  }
  nameOf(row: number): string | undefined {
    return this.names[row];
  }

  /** Letters of a row, or what follows of them. `?` is a letter that is not known. */
  add(name: string, letters: string, line: number): void {
    const odd = /[^A-Za-z*.~?-]/.exec(letters);
    if (odd) throw new FailureError(words.failure("letter", { line, found: odd[0] }));
    const piece = this.starts.count;
    const known = this.byName.get(name);
    const row = known ?? this.names.length;
    if (known === undefined) {
      this.byName.set(name, row);
      this.names.push(name);
      this.lines.add(line);
      this.lengths.add(0);
      this.firstPiece.add(piece);
      this.lastPiece.add(piece);
    } else {
      this.nextPiece.set(this.lastPiece.at(row), piece);
      this.lastPiece.set(row, piece);
    }
    this.starts.add(this.used);
    this.sizes.add(letters.length);
    this.nextPiece.add(-1);
    this.lengths.set(row, this.lengths.at(row) + letters.length);
    const end = this.used + letters.length;
    if (end > this.bytes.length) this.bytes = grownTo(this.bytes, this.used, end);
    for (let at = 0; at < letters.length; at++) this.bytes[this.used + at] = letters.charCodeAt(at);
    this.used = end;
  }

  /** Fails where rows differ in length; `expected`: as the file says it. */
  checkLengths(expected: number | null = null): void {
    const wanted = expected ?? (this.count > 0 ? this.lengths.at(0) : 0);
    for (let row = 0; row < this.count; row++) {
      const found = this.lengths.at(row);
      if (found === wanted) continue;
      const params = { line: this.lines.at(row), row: this.names[row] ?? "", found, expected: wanted };
      throw new FailureError(words.failure("row-length", params));
    }
  }

  /** Each with its letters, when it is asked for. */
  *texts(): Generator<AlignedRow> {
    const decoder = new TextDecoder();
    for (const [row, name] of this.names.entries()) {
      let letters = "";
      for (let piece = this.firstPiece.at(row); piece >= 0; piece = this.nextPiece.at(piece)) {
        const start = this.starts.at(piece);
        letters += decoder.decode(this.bytes.subarray(start, start + this.sizes.at(piece)));
      }
      yield { name, line: this.lines.at(row), letters };
    }
  }
}

/** Whole numbers, of which there may be as many as lines. */
class Numbers {
  count = 0;
  private values = new Int32Array(64);

  add(value: number): void {
    if (this.count === this.values.length) this.values = grownInts(this.values, this.count * 2);
    this.values[this.count++] = value;
  }
  at(place: number): number {
    return this.values[place] as number;
  }
  set(place: number, value: number): void {
    this.values[place] = value;
  }
}

/** `descriptions`: of each row, absent or "" where there is none. */
export function tableOfAligned(
  rows: Iterable<AlignedRow>,
  set: ReadSettings["alphabet"],
  more: (lineOf: (row: number) => number) => readonly Column[] = () => [],
): SequenceTable {
  const sequences = new SequenceRows();
  const encoder = new TextEncoder();
  for (const { name, line, letters, description = "" } of rows) {
    sequences.addNamed(encoder.encode(name), encoder.encode(description));
    const bytes = encoder.encode(letters);
    sequences.addSequence(bytes, 0, bytes.length, line);
  }
  return sequences.finish(
    set,
    more((row) => sequences.lineOf(row)),
    true,
  );
}

/** What a reader answers of a table that it made whole. */
export const wholeContent = (
  { table, issues, lineOf }: Pick<SequenceTable, "table" | "issues" | "lineOf">,
  said: FileContent["said"] = [],
): FileContent => ({
  content: { shape: "whole", artifact: table },
  header: null,
  issues,
  said,
  turnedIntoDates: [],
  lineOf,
  whole: true,
});
