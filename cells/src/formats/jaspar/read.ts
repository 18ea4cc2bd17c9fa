// Motifs of JASPAR as a table of their positions.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { contentOfMotifs, type Motif, motifOfRows, numbersOf } from "../parts/motifs/motif-rows.ts";
import { words as motifWords } from "../parts/motifs/words.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";

const letters = ["A", "C", "G", "T"];

export const read: Read = async (task) => {
  const lines = linesOfText(await task.bytes());
  const motifs: Motif[] = [];
  let title: { readonly line: number; readonly id: string | null; readonly name: string | null } | null = null;
  let rows: { line: number; values: readonly number[] }[] = [];
  const close = (): void => {
    if (!title) return;
    if (rows.length !== letters.length)
      throw new FailureError(motifWords.failure("letter-rows", { line: title.line, found: rows.length }));
    motifs.push(motifOfRows(title, rows));
    rows = [];
  };
  for (const [at, whole] of lines.entries()) {
    const text = whole.trim();
    const line = at + 1;
    if (text === "") continue;
    if (text.startsWith(">")) {
      close();
      const [id = "", ...rest] = text.slice(1).trim().split(/\s+/);
      title = { line, id: id === "" ? null : id, name: rest.length === 0 ? null : rest.join(" ") };
      continue;
    }
    const expected = letters[rows.length] ?? "";
    const [, letter = "", inside = ""] = /^([A-Za-z])\s*\[([^\]]*)\]$/.exec(text) ?? [];
    if (letter.toUpperCase() !== expected || !title)
      throw new FailureError(motifWords.failure("row-letter", { line, expected: expected || ">", found: text.slice(0, 40) }));
    rows.push({ line, values: numbersOf(inside.trim().split(/\s+/), line) });
  }
  close();
  return contentOfMotifs(motifs, letters, "counts");
};
