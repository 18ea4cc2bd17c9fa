// The alignment of a NEXUS file: the MATRIX command of DATA or CHARACTERS, read by what DIMENSIONS and FORMAT say.

import { FailureError } from "../../base/failure.ts";
import type { ReadSettings } from "../../contract/format.ts";
import { type AlignedRow, AlignedRows, tableOfAligned } from "../parts/sequences/aligned-rows.ts";
import type { SequenceTable } from "../parts/sequences/sequence-rows.ts";
import { labelAt, skipBlanks } from "../parts/trees/newick.ts";
import { type Command, type NexusText, readingIn, settingsOf } from "./commands.ts";
import { words } from "./words.ts";

const kinds: { readonly [datatype: string]: ReadSettings["alphabet"] } = {
  dna: "dna",
  rna: "rna",
  nucleotide: "auto",
  protein: "protein",
};

const isOfMatrix = ({ block }: Command): boolean => block === "data" || block === "characters";
export const hasMatrix = ({ commands }: NexusText): boolean =>
  commands.some((each) => isOfMatrix(each) && each.name === "matrix");

export function readMatrix(nexus: NexusText, set: ReadSettings["alphabet"]): SequenceTable {
  const command = (name: string): Command | undefined => nexus.commands.find((each) => isOfMatrix(each) && each.name === name);
  const matrix = command("matrix") as Command;
  const format = settingsOf(command("format")?.text ?? "");
  const dims = settingsOf(command("dimensions")?.text ?? "");
  const datatype = (format.get("datatype") ?? "standard").toLowerCase();
  const kind = kinds[datatype];
  if (kind === undefined) throw new FailureError(words.failure("datatype", { line: matrix.line, datatype }));
  const width = Number(dims.get("nchar") ?? Number.NaN);
  if (!(width > 0)) throw new FailureError(words.failure("dimensions", { line: matrix.line }));
  const isInterleaved = format.has("interleave") && format.get("interleave")?.toLowerCase() !== "no";
  const aligned = isInterleaved ? readBlocks(matrix, nexus) : readRows(matrix, nexus, width);
  const count = Number(dims.get("ntax") ?? aligned.count);
  if (aligned.count !== count)
    throw new FailureError(words.failure("rows", { line: matrix.line, found: aligned.count, expected: count }));
  aligned.checkLengths(width);
  const rows = withoutMatches([...aligned.texts()], format.get("matchchar") ?? null);
  return tableOfAligned(rows, set === "auto" ? kind : set);
}

/** A name, then letters over as many lines as they take. */
function readRows(matrix: Command, nexus: NexusText, width: number): AlignedRows {
  const aligned = new AlignedRows();
  const reading = readingIn(nexus, matrix);
  for (skipBlanks(reading); reading.at < matrix.text.length; skipBlanks(reading)) {
    const line = reading.lineOf(reading.at);
    const name = labelAt(reading);
    if (aligned.has(name)) throw new FailureError(words.failure("name-twice", { line, row: name }));
    let size = 0;
    const pieces: string[] = [];
    for (skipBlanks(reading); size < width && reading.at < matrix.text.length; skipBlanks(reading)) {
      const piece = /[^\s[]+/y;
      piece.lastIndex = reading.at;
      const found = piece.exec(matrix.text)?.[0] ?? "";
      if (found === "") break;
      pieces.push(found);
      size += found.length;
      reading.at += found.length;
    }
    aligned.add(name, pieces.join(""), line);
  }
  return aligned;
}

/** A name and letters in each line, and the same names again in the next block. */
function readBlocks(matrix: Command, nexus: NexusText): AlignedRows {
  const aligned = new AlignedRows();
  let at = matrix.at;
  for (const text of matrix.text.split("\n")) {
    const line = nexus.lineOf(at);
    at += text.length + 1;
    const reading = { text, at: 0, lineOf: () => line };
    skipBlanks(reading);
    if (reading.at >= text.length) continue;
    const name = labelAt(reading);
    aligned.add(name, text.slice(reading.at).replaceAll(/\[[^\]]*\]|\s+/g, ""), line);
  }
  return aligned;
}

/** The letter that stands for "as in the first row" is that of the first row. */
function withoutMatches(rows: readonly AlignedRow[], match: string | null): readonly AlignedRow[] {
  const first = rows[0]?.letters ?? "";
  if (match === null || match.length !== 1) return rows;
  return rows.map((row, at) =>
    at === 0
      ? row
      : { ...row, letters: [...row.letters].map((letter, place) => (letter === match ? first[place] : letter)).join("") },
  );
}
