// A Stockholm file as the table of its rows, of several alignments one after another, with what "#=GS" and "#=GR" say of each.

import { textColumn } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { AlignedRows, tableOfAligned, wholeContent } from "../parts/sequences/aligned-rows.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { words } from "./words.ts";

interface Row {
  readonly name: string;
  readonly line: number;
  readonly letters: string;
  readonly description: string;
  readonly alignment: string;
  readonly marks: ReadonlyMap<string, string>;
}

/** Of rows: Pfam and Rfam have some ten. Each becomes a column. */
const mostMarks = 1000;

export const read: Read = async (task) => {
  const lines = linesOfText(await task.bytes());
  const rows: Row[] = [];
  const ofColumns = new Set<string>();
  let from = 0;
  let count = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith("//")) continue;
    count += 1;
    for (const row of readAlignment(lines, from, at, count, ofColumns)) rows.push(row);
    from = at + 1;
  }
  if (lines.slice(from).some((line) => line.trim() !== "")) throw new FailureError(words.failure("cut", { line: lines.length }));
  if (rows.length === 0) throw new FailureError(words.failure("no-rows", { line: from }));
  const marks = [...new Set(rows.flatMap((row) => [...row.marks.keys()]))];
  if (marks.length > mostMarks) words.fail("many-marks", { count: marks.length, most: mostMarks });
  const more = [
    ...(count > 1
      ? [
          textColumn(
            "alignment",
            rows.map(({ alignment }) => alignment),
            { semantic: "category" },
          ),
        ]
      : []),
    ...marks.map((mark) =>
      textColumn(
        mark,
        rows.map((row) => row.marks.get(mark)),
      ),
    ),
  ];
  const said = ofColumns.size > 0 ? [words.sentence("of-columns", { marks: [...ofColumns] })] : [];
  return wholeContent(tableOfAligned(rows, task.settings.alphabet, more), said);
};

/** Columns that every table of sequences has. */
const taken = new Set(["id", "description", "sequence", "length", "alphabet", "alignment"]);

function readAlignment(
  lines: readonly string[],
  from: number,
  to: number,
  number: number,
  ofColumns: Set<string>,
): readonly Row[] {
  const aligned = new AlignedRows();
  const marks = new Map<string, Map<string, string[]>>();
  let id = String(number);
  const mark = (row: string, name: string, value: string): void => {
    const ofRow = marks.get(row) ?? new Map<string, string[]>();
    marks.set(row, ofRow);
    const known = ofRow.get(name);
    if (known) known.push(value);
    else ofRow.set(name, [value]);
  };
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    if (line.trim() === "" || line.startsWith("# STOCKHOLM")) continue;
    if (line.startsWith("#=")) {
      const [kind = "", first = "", second = "", ...rest] = line.trim().split(/\s+/);
      if (kind === "#=GF" && first === "ID") id = second;
      if (kind === "#=GC") ofColumns.add(first);
      if (kind === "#=GS") mark(first, second, rest.join(" "));
      if (kind === "#=GR") mark(first, `${second} of letters`, rest.join(""));
      continue;
    }
    if (line.startsWith("#")) continue;
    const [, name = "", letters = ""] = /^(\S+)\s+(\S+)\s*$/.exec(line) ?? [];
    if (name === "") throw new FailureError(words.failure("row", { line: at + 1, found: line.slice(0, 60) }));
    aligned.add(name, letters, at + 1);
  }
  aligned.checkLengths();
  return aligned.texts().map((row) => {
    const own = marks.get(row.name) ?? new Map<string, string[]>();
    const joined = [...own].map(([name, values]) => [name, values.join(name.endsWith("of letters") ? "" : "; ")] as const);
    return {
      ...row,
      alignment: id,
      description: own.get("DE")?.join(" ") ?? "",
      marks: new Map(
        joined.filter(([name]) => name !== "DE").map(([name, value]) => [taken.has(name) ? `${name} of row` : name, value]),
      ),
    };
  });
}
