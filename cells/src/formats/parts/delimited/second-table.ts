// A second table in one file: names that stand again further down, or other names, over columns that are numbers else.

import type { Column, TextColumn } from "../../../artifacts/artifact.ts";
import { isMissing } from "../../../artifacts/table.ts";
import { missingNumbers, numberOfText } from "./number-text.ts";

/** The row (from 0) on which it begins, or null. `sample`: the first rows, by which columns are numbers. */
export function secondTable(
  columns: readonly Column[],
  sample: readonly (readonly string[])[],
  names: readonly string[] | null,
  lineOf: (row: number) => number,
): { readonly row: number; readonly first: string } | null {
  const torn = columns.flatMap((column, at) =>
    column.type === "text" && wereNumbers(sample, at) ? [{ column, row: firstText(column) }] : [],
  );
  const [first] = torn;
  if (!first || first.row < 1) return null;
  const { row } = first;
  const texts = columns.map((column) =>
    column.type === "text" && column.valid?.[row] !== 0 ? (column.dictionary[column.codes[row] as number] ?? "") : "",
  );
  const again = names !== null && texts.every((text, at) => text === names[at]);
  // Other names: over all columns but the first, none of them twice, and rows below them.
  const here = torn.filter((one) => one.row === row).length;
  const areNames =
    here > 1 &&
    here >= columns.length - 1 &&
    texts.every((text) => /^\p{L}[\p{L}\d _.()%/-]*$/u.test(text)) &&
    new Set(texts).size === texts.length &&
    torn.every(({ column }) => row + 1 < column.codes.length);
  if (!again && !areNames && !standsApart(columns, torn, texts, lineOf)) return null;
  return {
    row,
    first: texts.slice(0, 4).join(" ").slice(0, 60),
  };
}

/** Names below an empty line: texts over numbers, as the first ones were. */
function standsApart(
  columns: readonly Column[],
  torn: readonly { readonly column: TextColumn; readonly row: number }[],
  texts: readonly string[],
  lineOf: (row: number) => number,
): boolean {
  const row = torn[0]?.row ?? 0;
  const names = texts.filter((text) => text !== "");
  const next = torn.map(({ column }) => column.dictionary[column.codes[row + 1] ?? -1] ?? "");
  return (
    lineOf(row) - lineOf(row - 1) > 1 &&
    torn.every((one) => one.row === row) &&
    columns.every((column) => column.type === "text" || isMissing(column, row)) &&
    texts[0] !== "" &&
    names.length > 1 &&
    names.every((text) => /^#?\p{L}[\p{L}\d _.()%/-]*$/u.test(text)) &&
    new Set(names).size === names.length &&
    next.every((cell) => isNumber(cell.trim()))
  );
}

const isNumber = (cell: string): boolean => numberOfText(cell) !== null;

function wereNumbers(sample: readonly (readonly string[])[], at: number): boolean {
  const cells = sample.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "" && !missingNumbers.has(cell));
  return cells.length > 0 && cells.filter(isNumber).length * 2 > cells.length && isNumber(cells[0] as string);
}

/** The first row that holds a text which is no number; -1: none does. */
function firstText({ codes, dictionary, valid }: TextColumn): number {
  const isText = Uint8Array.from(dictionary, (text) => (text === "" || missingNumbers.has(text) || isNumber(text) ? 0 : 1));
  return codes.findIndex((code, row) => isText[code] === 1 && valid?.[row] !== 0);
}
