// A column that is text for its bare exponents alone ("1E5"), as the numbers that its other values say it is.

import { bytesBy, doublesBy } from "../../../base/filled-arrays.ts";
import type { Column } from "../../../artifacts/artifact.ts";
import { knownMissing } from "./missing-words.ts";
import { bareExponentOfText, numberOfText } from "./number-text.ts";

/** A column of numbers of which some have a bare exponent: what could have been names. */
export interface TakenExponents {
  readonly column: string;
  readonly value: string;
  /** Of the first one, from 0. */
  readonly row: number;
  readonly count: number;
}

/** Numbers beside which "1E5" stands are numbers, and it is one: among names of wells no plain number stands. */
export function numbersOfTexts(
  name: string,
  valid: Uint8Array | null,
  codes: Int32Array,
  dictionary: readonly string[],
  { ofNumbers }: { readonly ofNumbers: ReadonlySet<string> } = knownMissing,
): { readonly column: Column; readonly exponents: TakenExponents } | null {
  const found = new Float64Array(dictionary.length);
  const bare = new Set<number>();
  let plain = 0;
  for (const [code, word] of dictionary.entries()) {
    if (ofNumbers.has(word)) {
      found[code] = Number.NaN;
      continue;
    }
    const number = numberOfText(word);
    const value = number ?? bareExponentOfText(word);
    if (value === null) return null;
    found[code] = value;
    if (number === null) bare.add(code);
    else plain++;
  }
  if (bare.size === 0 || plain === 0) return null;
  const values = doublesBy(codes.length, (row) => found[codes[row] as number] as number);
  const marks = bytesBy(values.length, (row) => (valid?.[row] === 0 || Number.isNaN(values[row]) ? 0 : 1));
  const isMissing = marks.includes(0);
  if (isMissing) values.forEach((_, row) => marks[row] === 0 && (values[row] = 0));
  const isWhole = values.every((value) => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff && !Object.is(value, -0));
  const row = codes.findIndex((code) => bare.has(code));
  const count = codes.reduce((sum, code) => sum + (bare.has(code) ? 1 : 0), 0);
  const column: Column = isWhole
    ? { name, type: "int32", valid: isMissing ? marks : null, values: Int32Array.from(values) }
    : { name, type: "float64", valid: isMissing ? marks : null, values };
  return { column, exponents: { column: name, value: dictionary[codes[row] as number] as string, row, count } };
}
