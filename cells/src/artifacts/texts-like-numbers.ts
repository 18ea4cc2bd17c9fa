// Columns of text that were meant as numbers: most of their values are, and one word or sign keeps them from it. Sorted,
// ranked or drawn as text they stand in an order that nobody means ("10" before "9"), so whoever does so says it.

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

/** So many words at most are codes of nothing measured (n.d., <LOD). */
const fewWords = 3;

/** The few words that make texts of a column of numbers; null where it is none, or holds more of them. */
export function wordsAmongNumbers(texts: readonly string[]): readonly string[] | null {
  const odd: string[] = [];
  let numbers = 0;
  for (const text of texts) {
    if (text === "") continue;
    if (isLikeNumber(text) && /^\s*[+-]?[\d.,]/u.test(text)) numbers++;
    else if (odd.push(text) > fewWords || text.length > 40) return null;
  }
  return odd.length > 0 && numbers > odd.length ? odd : null;
}
