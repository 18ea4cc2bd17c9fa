// Names of columns that a formula cannot hold bare, such as `mean area`, put into backticks where they stand.

import { isFormulaWord, parseFormula } from "./parse-formula.ts";

/** As parse-formula.ts reads a name. */
const bare = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u;
const isBare = (name: string): boolean => bare.test(name) && !isFormulaWord(name);
/** What is written out already: texts in quotes and names in backticks. */
const closed = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`)/u;

/** A column as a formula names it. */
export const formulaColumn = (name: string): string => (isBare(name) ? name : `\`${name.replaceAll("`", "``")}\``);

/** A word of formulas (`in`) is left as it stands: it may be meant. */
export function quoteColumns(text: string, columns: readonly string[]): string {
  const names = columns
    .filter((name) => name !== "" && !bare.test(name) && !name.includes("`"))
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&")).join("|")})(?![\\p{L}\\p{M}\\p{N}_])`,
    "gu",
  );
  return text
    .split(closed)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(pattern, formulaColumn)))
    .join("");
}

/** The formula that was meant, where it cannot be read because names stand in it bare; else as it is written. */
export function formulaMeant(text: string, columns: readonly string[]): string {
  if (parseFormula(text).ok) return text;
  const quoted = quoteColumns(text, columns);
  return quoted !== text && parseFormula(quoted).ok ? quoted : text;
}
