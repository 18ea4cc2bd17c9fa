// What a function of formulas is, and how its arguments are read.

import type { BooleanValues, NumberValues, TextValues, Values, ValueType } from "./values.ts";

/** What an argument may be; "same": one type for all arguments so marked, which is then the answer's. */
export type ArgumentType = ValueType | "any" | "same";

export interface FormulaFunction {
  readonly takes: readonly ArgumentType[];
  /** The last of `takes` may repeat; at least this many arguments, at most `most`. */
  readonly least?: number;
  readonly most?: number;
  readonly answers: ValueType | "same";
  /** Arguments have been checked. */
  compute(args: readonly Values[], rows: number): Values;
}

export const numbers = (args: readonly Values[], at: number): NumberValues => args[at] as NumberValues;
export const texts = (args: readonly Values[], at: number): TextValues => args[at] as TextValues;
export const flags = (args: readonly Values[], at: number): BooleanValues => args[at] as BooleanValues;

export const isMissing = (source: Values, row: number): boolean => source.valid !== null && source.valid[row] === 0;

export const textAt = (source: TextValues, row: number): string => source.dictionary[source.codes[row] as number] ?? "";

/** The value of a row as text, numbers in full precision. */
export function shownAt(source: Values, row: number): string {
  if (source.type === "text") return textAt(source, row);
  if (source.type === "boolean") return source.values[row] === 1 ? "true" : "false";
  return String(source.values[row]);
}
