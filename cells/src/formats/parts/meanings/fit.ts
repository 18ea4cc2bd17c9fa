// Which share of a column's values look as its meaning has them: of a sample of the different texts, or of the numbers.

import type { Column, Semantic } from "../../../artifacts/artifact.ts";
import { isMissing } from "../../../artifacts/table.ts";
import { anyText, told } from "./told.ts";

/** So many values stand for all. */
const mostSeen = 1000;

export interface Fit {
  /** Null: values of this meaning look like anything, or there are none. */
  readonly share: number | null;
  /** Values that were looked at: different texts, or numbers. */
  readonly of: number;
}

/** Whether such values can be of that meaning at all: texts, numbers, flags. */
export function isShaped(column: Column, semantic: Semantic): boolean {
  const { text, number } = told[semantic];
  if (column.type === "text") return text !== undefined || number === undefined;
  if (column.type === "boolean")
    return semantic === "event" || semantic === "response" || semantic === "group" || semantic === "outlier";
  return number !== undefined || text === undefined;
}

export function fitOf(column: Column, semantic: Semantic): Fit {
  const { text, number } = told[semantic];
  if (column.type === "text") return ofTexts(column.dictionary, text);
  if (column.type === "boolean") return { share: 1, of: column.values.length };
  const { values } = column;
  const step = Math.max(1, Math.floor(values.length / mostSeen));
  let of = 0;
  let fits = 0;
  for (let row = 0; row < values.length; row += step) {
    if (isMissing(column, row)) continue;
    of++;
    if (number === undefined || number(values[row] as number)) fits++;
  }
  return { share: of === 0 ? null : fits / of, of };
}

/** As it is told to people: null where any value would fit. */
export function shareOf(column: Column, semantic: Semantic): Fit {
  const { text, number } = told[semantic];
  const fit = fitOf(column, semantic);
  const isTold =
    column.type === "text" ? text !== undefined && text !== anyText : column.type !== "boolean" && number !== undefined;
  return isTold ? fit : { share: null, of: fit.of };
}

function ofTexts(dictionary: readonly string[], pattern: RegExp | undefined): Fit {
  const step = Math.max(1, Math.floor(dictionary.length / mostSeen));
  let of = 0;
  let fits = 0;
  for (let at = 0; at < dictionary.length; at += step) {
    const text = dictionary[at] as string;
    if (text === "") continue;
    of++;
    if (pattern === undefined || pattern.test(text.slice(0, 2000))) fits++;
  }
  return { share: of === 0 ? null : fits / of, of };
}
