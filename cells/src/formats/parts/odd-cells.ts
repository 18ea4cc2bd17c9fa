// Columns of a matrix that a few cells made text: they are samples all the same, and such a cell is missing, which is said with
// its line. Without this a sample would become what is known of the genes, for one question mark.

import type { Column, TextColumn } from "../../artifacts/artifact.ts";
import { isMissing, numberColumn } from "../../artifacts/table.ts";
import type { RowsContent } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { describesRows } from "./annotation-columns.ts";
import { missingWords } from "./delimited/missing-words.ts";
import { words } from "./doubts/words.ts";

export interface OddCells {
  readonly content: RowsContent;
  readonly said: readonly Sentence[];
}

/** Digits as they are written without a loss; leading zeros make an identifier. */
const plain = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** So many words at most are codes (ND, <LOD), however often they stand. */
const fewWords = 3;

/** The same content, with numbers in the columns that are samples. `missing`: words that were set. */
export function withoutOddCells(
  content: RowsContent,
  apart: ReadonlySet<string>,
  lineOf: (row: number) => number,
  missing: readonly string[] | null,
): OddCells {
  if (content.shape === "matrix") return { content, said: [] };
  const { ofNumbers } = missingWords(missing);
  const said: { readonly column: string; readonly value: string; readonly line: number; readonly count: number }[] = [];
  const columns = content.table.columns.map((column, at): Column => {
    if (at === 0 || column.type !== "text" || apart.has(column.name) || describesRows(column.name)) return column;
    const numbers = numbersOf(column, ofNumbers);
    if (!numbers) return column;
    const { name } = column;
    const { row, count } = numbers;
    if (count > 0) said.push({ column: name, value: textAt(column, row), line: lineOf(row), count });
    return numberColumn(name, numbers.values);
  });
  const [first] = said;
  return {
    content: { ...content, table: { ...content.table, columns } },
    said: first
      ? [
          words.sentence("odd-cells", {
            count: said.reduce((sum, { count }) => sum + count, 0),
            columns: said.length,
            cells: said.slice(0, 20).map(({ column, value, line }) => `${column}: ${value} (${line})`),
          }),
        ]
      : [],
  };
}

const textAt = (column: TextColumn, row: number): string => column.dictionary[column.codes[row] as number] as string;

/** Null: it holds no numbers, or too many different words beside them. */
function numbersOf(column: TextColumn, missing: ReadonlySet<string>) {
  const values: (number | null)[] = [];
  const odd = new Set<string>();
  let [numbers, count, row] = [0, 0, -1];
  for (let at = 0; at < column.codes.length; at++) {
    const text = isMissing(column, at) ? "" : textAt(column, at).trim();
    const isNumber = plain.test(text);
    values.push(isNumber ? Number(text) : null);
    if (isNumber) numbers++;
    else if (!missing.has(text) && text !== "") {
      odd.add(text);
      if (count++ === 0) row = at;
    }
  }
  const areSample = numbers > 0 && (numbers > count || odd.size <= fewWords);
  return areSample ? { values, count, row } : null;
}
