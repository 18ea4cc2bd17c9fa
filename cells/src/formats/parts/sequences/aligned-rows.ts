// The rows of an alignment while it is read, block by block, and the table that they become. All of them have one length.

import type { Column } from "../../../artifacts/artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import type { FileContent, ReadSettings } from "../../../contract/format.ts";
import { type SequenceTable, SequenceRows } from "./sequence-rows.ts";
import { words } from "./words.ts";

interface AlignedRow {
  readonly name: string;
  readonly line: number;
  readonly pieces: string[];
  length: number;
}

export class AlignedRows {
  readonly rows: AlignedRow[] = [];
  private readonly byName = new Map<string, AlignedRow>();

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Letters of a row, or what follows of them. `?` is a letter that is not known. */
  add(name: string, letters: string, line: number): void {
    const odd = /[^A-Za-z*.~?-]/.exec(letters);
    if (odd) throw new FailureError(words.failure("letter", { line, found: odd[0] }));
    let row = this.byName.get(name);
    if (!row) {
      row = { name, line, pieces: [], length: 0 };
      this.byName.set(name, row);
      this.rows.push(row);
    }
    row.pieces.push(letters);
    row.length += letters.length;
  }

  /** Fails where rows differ in length; `expected`: as the file says it. */
  checkLengths(expected: number | null = null): void {
    const wanted = expected ?? this.rows[0]?.length ?? 0;
    const odd = this.rows.find(({ length }) => length !== wanted);
    if (odd)
      throw new FailureError(words.failure("row-length", { line: odd.line, row: odd.name, found: odd.length, expected: wanted }));
  }

  /** Each with its letters, for whoever adds columns. */
  texts(): readonly { readonly name: string; readonly line: number; readonly letters: string }[] {
    return this.rows.map(({ name, line, pieces }) => ({ name, line, letters: pieces.join("") }));
  }
}

/** `descriptions`: of each row, "" where there is none. */
export function tableOfAligned(
  rows: readonly { readonly name: string; readonly line: number; readonly letters: string; readonly description?: string }[],
  set: ReadSettings["alphabet"],
  more: readonly Column[] = [],
): SequenceTable {
  const sequences = new SequenceRows();
  const encoder = new TextEncoder();
  for (const { name, line, letters, description = "" } of rows) {
    sequences.addNamed(encoder.encode(name), encoder.encode(description));
    const bytes = encoder.encode(letters);
    sequences.addSequence(bytes, 0, bytes.length, line);
  }
  return sequences.finish(set, more, true);
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
