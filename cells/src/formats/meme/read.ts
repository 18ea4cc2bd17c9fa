// Motifs of MEME as a table of their positions, with the sites that each was made of.

import { FailureError } from "../../base/failure.ts";
import type { Read } from "../../contract/format.ts";
import { contentOfMotifs, type Motif, numbersOf } from "../parts/motifs/motif-rows.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { words } from "./words.ts";

export const read: Read = async (task) => {
  const lines = linesOfText(await task.bytes());
  const letters = alphabetOf(lines);
  const motifs: Motif[] = [];
  let title: { readonly line: number; readonly id: string; readonly name: string | null } | null = null;
  for (let at = 0; at < lines.length; at++) {
    const text = (lines[at] as string).trim();
    if (text.startsWith("MOTIF ")) {
      if (title) throw new FailureError(words.failure("no-matrix", { line: title.line, motif: title.id }));
      const [, id = "", ...rest] = text.split(/\s+/);
      title = { line: at + 1, id, name: rest.length === 0 ? null : rest.join(" ") };
    }
    if (!text.startsWith("letter-probability matrix") || !title) continue;
    const motif = readMatrix(lines, at, title, letters.length);
    motifs.push(motif);
    at += motif.positions.length;
    title = null;
  }
  if (title) throw new FailureError(words.failure("no-matrix", { line: title.line, motif: title.id }));
  if (motifs.length === 0) throw new FailureError(words.failure("no-motifs", { line: lines.length }));
  return contentOfMotifs(motifs, letters, "probability");
};

/** DNA where nothing is said. */
function alphabetOf(lines: readonly string[]): readonly string[] {
  for (const [at, line] of lines.entries()) {
    const found = /^ALPHABET\s*=\s*(\S+)/.exec(line)?.[1];
    if (found !== undefined) return [...found];
    if (/^ALPHABET\b/.test(line)) throw new FailureError(words.failure("own-alphabet", { line: at + 1 }));
  }
  return ["A", "C", "G", "T"];
}

function readMatrix(lines: readonly string[], from: number, title: Pick<Motif, "line" | "id" | "name">, width: number): Motif {
  const head = lines[from] as string;
  const said = (name: string): number | null => {
    const found = new RegExp(`\\b${name}=\\s*([\\d.eE+-]+)`).exec(head)?.[1];
    return found === undefined ? null : Number(found);
  };
  const positions: (readonly number[])[] = [];
  const own: number[] = [];
  for (let at = from + 1; at < lines.length && /^\s*[\d.]/.test(lines[at] as string); at++) {
    const values = numbersOf((lines[at] as string).trim().split(/\s+/), at + 1);
    if (values.length !== width)
      throw new FailureError(words.failure("row-width", { line: at + 1, found: values.length, expected: width }));
    positions.push(values);
    own.push(at + 1);
  }
  const expected = said("w");
  if (expected !== null && expected !== positions.length)
    throw new FailureError(
      words.failure("matrix-length", { line: from + 1, found: positions.length, expected, motif: title.id }),
    );
  return { ...title, positions, lines: own, sites: said("nsites") };
}
