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

/** Names of the first column that are dates or rounded exponents among texts that are neither. */
export function namesTurnedIntoDates(file: FileContent<RowsContent>): readonly TurnedName[] {
  const found: TurnedName[] = [];
  for (const { row, shown, column } of file.turnedIntoDates) if (column === 1) found.push({ line: row, shown });
  const { content } = file;
  const first = content.shape === "table" ? content.table.columns[0] : null;
  const dictionary = content.shape === "matrix" ? content.ids.texts : first?.type === "text" ? first.dictionary : [];
  const codes = content.shape === "matrix" ? content.ids.codes : first?.type === "text" ? first.codes : null;
  const suspects = new Set<number>();
  dictionary.forEach((text, code) => {
    if (dateLike.test(text)) suspects.add(code);
  });
  // A column of dates holds dates.
  if (!codes || suspects.size === 0 || suspects.size * 2 > dictionary.length) return found;
  const known = new Set(found.map(({ line }) => line));
  for (let row = 0; row < codes.length && found.length < 1000; row++) {
    if (!suspects.has(codes[row] as number)) continue;
    const line = file.lineOf(row);
    if (!known.has(line)) found.push({ line, shown: dictionary[codes[row] as number] as string });
  }
  return found.sort((a, b) => a.line - b.line);
}
