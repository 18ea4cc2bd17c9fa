// The sex that a sheet says of each sample, by words that say it; 1 and 2 are male and female to some, and control and case to others.

import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";

export type Sex = "female" | "male";

export const declaredSexes = (sex: Column, samples: number): readonly (Sex | null)[] =>
  Array.from({ length: samples }, (_, row) => (isMissing(sex, row) ? null : sexCalled(cellString(sex, row))));

/** Null: the word says neither. */
export function sexCalled(text: string): Sex | null {
  if (/^(?:f|females?|woman|xx|ж|жен.*)$/i.test(text.trim())) return "female";
  return /^(?:m|males?|man|xy|м|муж.*)$/i.test(text.trim()) ? "male" : null;
}

/** Values that say neither, nor that it is not known: how many samples have them, and the first three. */
export function unreadIn(sex: Column, samples: number): { readonly n: number; readonly values: readonly string[] } {
  const found = Array.from({ length: samples }, (_, row) => (isMissing(sex, row) ? "" : cellString(sex, row).trim())).filter(
    (text) => text !== "" && sexCalled(text) === null && !/^(?:u|unknown|other|n\/?a|-9|0|\?)$/i.test(text),
  );
  return { n: found.length, values: [...new Set(found)].slice(0, 3) };
}
