// A Stockholm file as the table of its rows, of several alignments one after another, with what "#=GS" and "#=GR" say of each.

import type { Column } from "../../artifacts/artifact.ts";
import { textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { type AlignedRow, AlignedRows, tableOfAligned, wholeContent } from "../parts/sequences/aligned-rows.ts";
import { TextRows } from "../parts/sequences/sequence-rows.ts";
import { lazyLines, type LinesOfText } from "../parts/sequences/text-lines.ts";
import { words } from "./words.ts";

/** Of rows: Pfam and Rfam have some ten. Each becomes a column. */
const mostMarks = 1000;

/** What is said of rows, by kind and then by row of all alignments, from 0. */
type Marks = Map<string, Map<number, string>>;

export const read: Read = async (task) => {
  const lines = lazyLines(await task.bytes());
  const file: FileSoFar = { marks: new Map(), ids: [], ofColumns: new Set(), rows: 0 };
  let from = 0;
  const rows = function* (): Generator<AlignedRow> {
    for (let at = 0; at < lines.length; at++) {
      if (lines.at(at)?.startsWith("//") !== true) continue;
      yield* alignmentIn(lines, from, at, file);
      from = at + 1;
    }
    for (let at = from; at < lines.length; at++)
      if (lines.at(at)?.trim() !== "") throw new FailureError(words.failure("cut", { line: lines.length }));
    if (file.rows === 0) throw new FailureError(words.failure("no-rows", { line: from }));
    if (file.marks.size > mostMarks) words.fail("many-marks", { count: file.marks.size, most: mostMarks });
  };
  const table = tableOfAligned(rows(), task.settings.alphabet, (lineOf) => columnsOf(file, lineOf));
  const said = file.ofColumns.size > 0 ? [words.sentence("of-columns", { marks: [...file.ofColumns] })] : [];
  return wholeContent(table, said);
};

interface FileSoFar {
  readonly marks: Marks;
  /** Of each alignment: what it is called, and how many rows it has. */
  readonly ids: { readonly id: string; readonly rows: number }[];
  /** Kinds of what is said of columns of letters. */
  readonly ofColumns: Set<string>;
  rows: number;
}

function columnsOf({ ids, marks, rows }: FileSoFar, lineOf: (row: number) => number): readonly Column[] {
  const alignments =
    ids.length > 1
      ? [
          textColumn(
            "alignment",
            ids.flatMap(({ id, rows: count }) => new Array<string>(count).fill(id)),
            { semantic: "category" },
          ),
        ]
      : [];
  const encoder = new TextEncoder();
  const columns = [...marks].map(([name, values]) => {
    const column = new TextRows();
    for (let row = 0; row < rows; row++) {
      const value = values.get(row);
      if (value === undefined) column.addMissing();
      else {
        const bytes = encoder.encode(value);
        column.add(bytes, 0, bytes.length);
      }
    }
    return column.column(name, undefined, lineOf);
  });
  return [...alignments, ...columns];
}

/** Columns that every table of sequences has. */
const taken = new Set(["id", "description", "sequence", "length", "alphabet", "alignment"]);

function* alignmentIn(lines: LinesOfText, from: number, to: number, file: FileSoFar): Generator<AlignedRow> {
  const aligned = new AlignedRows();
  const marks = new Map<string, Map<string, string>>();
  let id = String(file.ids.length + 1);
  const mark = (row: string, name: string, value: string, between: string): void => {
    const ofName = marks.get(name) ?? new Map<string, string>();
    marks.set(name, ofName);
    const known = ofName.get(row);
    ofName.set(row, known === undefined ? value : `${known}${between}${value}`);
  };
  for (let at = from; at < to; at++) {
    const line = lines.at(at) as string;
    if (line.trim() === "" || line.startsWith("# STOCKHOLM")) continue;
    if (line.startsWith("#=")) {
      const [kind = "", first = "", second = "", ...rest] = line.trim().split(/\s+/);
      if (kind === "#=GF" && first === "ID") id = second;
      if (kind === "#=GC") file.ofColumns.add(first);
      if (kind === "#=GS") mark(first, second, rest.join(" "), second === "DE" ? " " : "; ");
      if (kind === "#=GR") mark(first, `${second} of letters`, rest.join(""), "");
      continue;
    }
    if (line.startsWith("#")) continue;
    const [, name = "", letters = ""] = /^(\S+)\s+(\S+)\s*$/.exec(line) ?? [];
    if (name === "") throw new FailureError(words.failure("row", { line: at + 1, found: line.slice(0, 60) }));
    aligned.add(name, letters, at + 1);
  }
  aligned.checkLengths();
  const descriptions = marks.get("DE");
  marks.delete("DE");
  if (marks.size > mostMarks) words.fail("many-marks", { count: marks.size, most: mostMarks });
  for (const [name, ofName] of marks) {
    const column = taken.has(name) ? `${name} of row` : name;
    const ofColumn = file.marks.get(column) ?? new Map<number, string>();
    for (const [row, value] of ofName) {
      const at = aligned.rowOf(row);
      if (at !== undefined) ofColumn.set(file.rows + at, value);
    }
    if (ofColumn.size > 0) file.marks.set(column, ofColumn);
  }
  for (const row of aligned.texts()) {
    const description = descriptions?.get(row.name);
    yield description === undefined ? row : { ...row, description };
  }
  file.ids.push({ id, rows: aligned.count });
  file.rows += aligned.count;
}
