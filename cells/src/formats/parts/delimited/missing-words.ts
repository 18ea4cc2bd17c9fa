// Which words stand for a missing cell while a file is read: those that are known (number-text.ts), or those that were set
// for the load.

import { isMissingText, longestMissing, missingNumbers, missingTexts } from "./number-text.ts";

export interface MissingWords {
  /** In a column of texts. An empty field is missing always. */
  isText(bytes: Uint8Array, start: number, end: number): boolean;
  /** In a column that otherwise holds numbers. */
  /** No text of more bytes is one of them. */
  readonly longest: number;
  readonly ofNumbers: ReadonlySet<string>;
  readonly ofTexts: ReadonlySet<string>;
  /** Numbers that stand for nothing (-999). */
  readonly values: readonly number[];
  /** They were set: no word is a name against them. */
  readonly areSet: boolean;
}

export const knownMissing: MissingWords = {
  isText: isMissingText,
  longest: longestMissing,
  ofNumbers: missingNumbers,
  ofTexts: missingTexts,
  values: [],
  areSet: false,
};

const decoder = new TextDecoder();

export function missingWords(set: readonly string[] | null): MissingWords {
  if (set === null) return knownMissing;
  const values = set.filter((word) => word.trim() !== "" && Number.isFinite(Number(word))).map(Number);
  // A number is the same one with a fraction of nothing, also where another cell makes a text of its column.
  const words = new Set(["", ...set, ...values.flatMap((value) => [String(value), `${value}.0`])]);
  const longest = Math.max(...[...words].map((word) => new TextEncoder().encode(word).length));
  return {
    isText: (bytes, start, end) =>
      end === start || (end - start <= longest && words.has(decoder.decode(bytes.subarray(start, end)))),
    longest,
    ofNumbers: words,
    ofTexts: words,
    values,
    areSet: true,
  };
}

/**
 * The words for missing cells with more of them: those that were set, or all that are known, but for those which are names
 * elsewhere (`areNames`), for words that are set count in every column.
 */
export const withWords = (
  set: readonly string[] | null,
  more: readonly string[],
  areNames: ReadonlySet<string> = new Set(),
): readonly string[] => [
  ...new Set([...(set ?? [...missingNumbers].filter((word) => word !== "" && !areNames.has(word))), ...more]),
];
