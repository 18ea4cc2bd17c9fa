// Texts of a column as others: each entry of the dictionary once, equal answers as one.

import type { Column, Table, TextColumn } from "../../artifacts/artifact.ts";
import { isMissing, textColumn } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { moreOfChanged } from "./numbers-of-columns.ts";
import { needColumn, refuse } from "./step-scope.ts";

/** A column of texts; another is refused. */
export function needTexts(scope: StepScope, table: Table, name: string, path: readonly (string | number)[]): TextColumn {
  const column = needColumn(scope, table, name, path);
  return column.type === "text" ? column : refuse(scope, words, "column-not-text", { column: name }, path);
}

/** Null is missing. What is missing stays so. */
export function mapTexts(
  column: TextColumn,
  act: (text: string) => string | null,
): { readonly column: TextColumn; readonly changed: number } {
  const answers = column.dictionary.map(act);
  let changed = 0;
  const texts = Array.from(column.codes, (code, row) => {
    if (isMissing(column, row)) return null;
    const answer = answers[code] ?? null;
    if (answer !== column.dictionary[code]) changed++;
    return answer;
  });
  const { name, type: _type, codes: _codes, dictionary: _dictionary, valid: _valid, ...more } = column;
  return { column: textColumn(name, texts, more), changed };
}

/** Several columns of the pieces of a text, null where there is none. */
export function piecesOf(
  column: TextColumn,
  names: readonly string[],
  pieces: (text: string) => readonly (string | null)[] | null,
): { readonly columns: readonly Column[]; readonly answers: readonly (readonly (string | null)[] | null)[] } {
  const answers = column.dictionary.map(pieces);
  const more = moreOfChanged(column);
  const columns = names.map((name, at) =>
    textColumn(
      name,
      Array.from(column.codes, (code, row) => (isMissing(column, row) ? null : (answers[code]?.[at] ?? null))),
      more,
    ),
  );
  return { columns, answers };
}

/** In how many rows a text is of which that holds. */
export function rowsWhere(column: TextColumn, holds: (code: number) => boolean): number {
  let n = 0;
  for (let row = 0; row < column.codes.length; row++) if (!isMissing(column, row) && holds(column.codes[row] as number)) n++;
  return n;
}
