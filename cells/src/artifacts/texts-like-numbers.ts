// Columns of text that were meant as numbers: most of their values are, and one word or sign keeps them from it. Sorted,
// ranked or drawn as text they stand in an order that nobody means ("10" before "9"), so whoever does so says it.

import type { JsonObject } from "../base/json.ts";

/** A number with what people write around it: limits, percents, commas, groups of thousands. Leading zeros make a name. */
const likeNumber =
  /^\s*[<>≤≥~]?=?\s*[+-]?(?!0\d)(?:\d+(?:[.,]\d+)?|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?\s*%?\s*$/;

export const isLikeNumber = (text: string): boolean => likeNumber.test(text);

/** Whether most different texts, or most rows, are. A code below 0 and the empty text are missing. */
export function isMostlyNumbers(texts: readonly string[], codes: ArrayLike<number>): boolean {
  let numbers = 0;
  let others = 0;
  const like = Int8Array.from(texts, (text) => {
    if (text === "") return 0;
    const is = isLikeNumber(text);
    if (is) numbers++;
    else others++;
    return is ? 1 : -1;
  });
  if (numbers === 0) return false;
  if (numbers >= others) return true;
  let sum = 0;
  for (let row = 0; row < codes.length; row++) sum += like[codes[row] as number] ?? 0;
  return sum >= 0;
}

const whole = /^-?(?:0|[1-9]\d*)$/;

/** Whole numbers, some of them with more digits than a number keeps: texts by their storage, numbers by their order. */
export const areLongNumbers = (texts: readonly string[]): boolean =>
  texts.every((text) => text === "" || whole.test(text)) &&
  texts.some((text) => text.length > 15 && !Number.isSafeInteger(Number(text)));

const zerosBefore = /^\s*[+-]?0\d/u;

/** A limit (`<2e-16`, `<0,5`) has a place in an order, and often the strongest: it is no word for nothing measured. */
export const isLimit = (text: string): boolean => /^\s*[<>≤≥~]=?\s*[+-]?[\d.,]/u.test(text);

/** So many words at most, and so long, are codes of nothing measured (n.d., <LOD). Zeros before a number make a code of it. */
const fewWords = 3;
const longestWord = 40;
export const mayMeanNothing = (words: readonly string[]): boolean =>
  words.length <= fewWords && words.every((text) => text.length <= longestWord && !zerosBefore.test(text) && !isLimit(text));

/** The few words that make texts of a column of numbers; null where it is none, or holds more of them. */
export function wordsAmongNumbers(texts: readonly string[]): readonly string[] | null {
  const odd: string[] = [];
  let numbers = 0;
  for (const text of texts) {
    if (text === "") continue;
    // A percentage stays text whatever is missing beside it.
    if (zerosBefore.test(text) || text.includes("%")) return null;
    if (isLikeNumber(text) && /^\s*[+-]?[\d.,]/u.test(text)) numbers++;
    else if (odd.push(text) > fewWords) return null;
  }
  return odd.length > 0 && numbers > odd.length && mayMeanNothing(odd) ? odd : null;
}

/**
 * What a refusal holds of a column of texts that needs numbers, where a few words alone are in the way; null: it is text for
 * another reason. Whoever refuses puts it among the evidence, and the screen offers to take these words for missing where
 * the file is loaded, whatever refused.
 */
export interface WordsInTheWay {
  readonly column: string;
  readonly missingWords: readonly string[];
  readonly n: number;
}
export function wordsInTheWay(column: string, texts: readonly string[]): (WordsInTheWay & JsonObject) | null {
  const found = wordsAmongNumbers(texts);
  return found && { column, missingWords: [...found], n: found.length };
}

/** The same read back from what a failure holds. */
export function wordsInTheWayOf({ missingWords, column }: JsonObject): Pick<WordsInTheWay, "column" | "missingWords"> | null {
  if (typeof column !== "string" || !Array.isArray(missingWords)) return null;
  const words = missingWords.filter((word) => typeof word === "string");
  return words.length > 0 && words.length === missingWords.length ? { column, missingWords: words } : null;
}
