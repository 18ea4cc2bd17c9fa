// Identifiers that Excel turned into dates: MARCH1 became 1-Mar, 2310009E13 became 2.31E+19. What is left of them is found
// and named by its line; nothing is turned back, since 1-Mar was MARCH1 or MARC1.
// (Ziemann, Eren, El-Osta: Gene name errors are widespread in the scientific literature. Genome Biology 2016.)

import type { FileContent, RowsContent } from "../../contract/format.ts";

const dateLike =
  /^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\d{2,4})?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2,4}|\d{4}-\d{2}-\d{2}(?: 00:00:00)?|\d(?:\.\d+)?E\+\d{2})$/i;

export interface TurnedName {
  /** Line of the file, or row of the sheet. */
  readonly line: number;
  readonly shown: string;
}

/** A letter and a digit, as MARCH1, TP53 or AT1G01010 have them; no month, and nothing that is said of a missing date. */
const nameLike = /^(?!(?:q|day|week|month|visit|time)[-_ ]?\d)[a-z][\w.-]*\d[\w.-]*$/i;
const ofGenes = /gene(?!ra|tic)|symbol|hgnc/i;

/** Names of the first column, or of one that is said to hold genes, that are dates or rounded exponents among names. */
export function namesTurnedIntoDates(file: FileContent<RowsContent>): readonly TurnedName[] {
  const { content } = file;
  if (content.shape === "matrix") return found(file, 1, content.corner, content.ids.texts, content.ids.codes);
  return content.table.columns.flatMap((column, at) => {
    if (at > 0 && !ofGenes.test(column.name)) return [];
    return column.type === "text"
      ? found(file, at + 1, column.name, column.dictionary, column.codes, column.valid)
      : found(file, at + 1, column.name, [], []);
  });
}

function found(
  file: FileContent<RowsContent>,
  column: number,
  name: string,
  texts: readonly string[],
  codes: ArrayLike<number>,
  valid: Uint8Array | null = null,
): readonly TurnedName[] {
  const turned: TurnedName[] = [];
  for (const { row, shown, column: of } of file.turnedIntoDates) if (of === column) turned.push({ line: row, shown });
  const suspects = new Set<number>();
  texts.forEach((text, code) => {
    if (dateLike.test(text)) suspects.add(code);
  });
  if (suspects.size === 0) return turned;
  // A column of dates holds dates, and a word or two for those that nobody knows.
  const isOfNames =
    suspects.size * 2 <= texts.length ||
    ofGenes.test(name) ||
    texts.some((text, code) => !suspects.has(code) && nameLike.test(text));
  if (!isOfNames) return turned;
  const known = new Set(turned.map(({ line }) => line));
  for (let row = 0; row < codes.length && turned.length < 1000; row++) {
    if ((valid && !valid[row]) || !suspects.has(codes[row] as number)) continue;
    const line = file.lineOf(row);
    if (!known.has(line)) turned.push({ line, shown: texts[codes[row] as number] as string });
  }
  return turned.sort((a, b) => a.line - b.line);
}
