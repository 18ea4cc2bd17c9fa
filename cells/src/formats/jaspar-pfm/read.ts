// Raw matrices of JASPAR as a table of their positions.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { contentOfMotifs, type Motif, motifOfRows, numbersOf } from "../parts/motifs/motif-rows.ts";
import { words as motifWords } from "../parts/motifs/words.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";

const letters = ["A", "C", "G", "T"];

export const read: Read = async (task) => {
  const lines = linesOfText(await task.bytes());
  const motifs: Motif[] = [];
  let title: Pick<Motif, "line" | "id" | "name"> = { line: 1, id: null, name: null };
  let rows: { line: number; values: readonly number[] }[] = [];
  const close = (): void => {
    if (rows.length !== letters.length)
      throw new FailureError(motifWords.failure("letter-rows", { line: title.line, found: rows.length }));
    motifs.push(motifOfRows(title, rows));
    rows = [];
  };
  let isOpen = false;
  for (const [at, whole] of lines.entries()) {
    const text = whole.trim();
    if (text === "") continue;
    if (!text.startsWith(">")) {
      rows.push({ line: at + 1, values: numbersOf(text.split(/[ \t]+/), at + 1) });
      isOpen = true;
      continue;
    }
    if (isOpen) close();
    const [id = "", ...rest] = text.slice(1).trim().split(/\s+/);
    title = { line: at + 1, id: id === "" ? null : id, name: rest.length === 0 ? null : rest.join(" ") };
    isOpen = true;
  }
  close();
  return contentOfMotifs(motifs, letters, "counts");
};
