// Whole numbers with more digits than a double keeps, as programs that are not Excel write them: the spreadsheet library makes
// doubles of them, and identifiers that differ become the same. Their digits are read from the XML of the sheet.

import { isTooLongNumber } from "../delimited/number-text.ts";
import { cellsOfSheet } from "./cells-of-sheet.ts";
import type { PlacedText } from "./rich-texts.ts";

const digits = /<(?:\w+:)?v(?:\s[^>]*)?>\s*([+-]?\d{16,})\s*</;

/** In columns that hold such numbers, all of their whole numbers of so many digits, letter for letter. */
export function longNumbers(sheet: string): readonly PlacedText[] {
  if (!digits.test(sheet)) return [];
  const found: PlacedText[] = [];
  const columns = new Set<number>();
  for (const { row, column, attributes, content } of cellsOfSheet(sheet)) {
    // Numbers alone: others say what their value is.
    if (/\st\s*=\s*["'](?!n["'])/.test(attributes)) continue;
    const text = digits.exec(content())?.[1];
    if (text === undefined) continue;
    found.push({ row, column, text });
    // What a program writes of a number that it keeps itself is its shortest text: zeros stand for digits that it does not have.
    if (isTooLongNumber(text) && String(Number(text)) !== text) columns.add(column);
  }
  return found.filter(({ column }) => columns.has(column));
}
