// Fractional order keys: text that sorts, with room between any two. Cells of a notebook and items of a list carry one
// each, so that moving is one write and two people who move things never double them. Ties break by id.
//
// A key is a whole number of four digits in base 62 and, where two neighbours leave no whole number between them, a
// fraction after it. Adding at the end adds one, so that keys stay four letters long however many are appended.

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = digits.length;
const wholeLength = 4;
const largest = base ** wholeLength - 1;
const middle = Math.floor(largest / 2);

const digitAt = (text: string, index: number): number => digits.indexOf(text.charAt(index) || "0");

const wholeOf = (key: string): number => {
  let whole = 0;
  for (let index = 0; index < wholeLength; index++) whole = whole * base + digitAt(key, index);
  return whole;
};

const keyOfWhole = (whole: number): string => {
  let text = "";
  for (let index = 0, rest = whole; index < wholeLength; index++, rest = Math.floor(rest / base)) {
    text = digits.charAt(rest % base) + text;
  }
  return text;
};

/** A fraction strictly between two fractions (null: 1). Neither ends in "0", nor does the answer. */
function fractionBetween(low: string, high: string | null): string {
  let text = "";
  for (let index = 0; ; index++) {
    const from = digitAt(low, index);
    const to = high === null ? base : digitAt(high, index);
    if (from === to) {
      text += digits.charAt(from);
      continue;
    }
    const half = Math.floor((from + to) / 2);
    if (half > from) return text + digits.charAt(half);
    // No digit between: keep the lower one and look for room above the rest of `low`.
    return text + digits.charAt(from) + fractionBetween(low.slice(index + 1), null);
  }
}

/** Whether a text is a key that `keyBetween` can have made. Anything else in a document is read as "" (first). */
export const isOrderKey = (text: unknown): text is string =>
  typeof text === "string" && /^[0-9A-Za-z]{4,}$/.test(text) && (text.length === wholeLength || !text.endsWith("0"));

/**
 * A key between two neighbours; null or "" stands for the beginning and the end. Where `low` is not below `high` (two
 * people inserted at once and got equal keys) the answer follows `low`.
 */
export function keyBetween(low: string | null, high: string | null): string {
  const from = low && isOrderKey(low) ? low : null;
  let to = high && isOrderKey(high) ? high : null;
  if (from !== null && to !== null && from >= to) to = null;
  if (from === null && to === null) return keyOfWhole(middle);
  if (from === null) {
    const whole = wholeOf(to as string);
    if (whole > 0) return keyOfWhole(whole - 1);
    return keyOfWhole(0) + fractionBetween("", (to as string).slice(wholeLength) || null);
  }
  const whole = wholeOf(from);
  if (to === null) {
    return whole < largest ? keyOfWhole(whole + 1) : keyOfWhole(whole) + fractionBetween(from.slice(wholeLength), null);
  }
  if (wholeOf(to) - whole > 1) return keyOfWhole(whole + 1);
  const sameWhole = wholeOf(to) === whole;
  return keyOfWhole(whole) + fractionBetween(from.slice(wholeLength), sameWhole ? to.slice(wholeLength) : null);
}

/** `count` ascending keys between two neighbours. */
export function keysBetween(low: string | null, high: string | null, count: number): string[] {
  const keys: string[] = [];
  for (let index = 0; index < count; index++) keys.push(keyBetween(keys.at(-1) ?? low, high));
  return keys;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts by key, ties by id: the same on every machine, whatever its language. */
export const byOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => compareText(a.order, b.order) || compareText(a.id, b.id);

/** The key that puts something before the `index`-th of a sorted list. */
export function keyAt(sorted: readonly { readonly order: string }[], index: number): string {
  const low = sorted[index - 1]?.order ?? null;
  let next = index;
  // Equal keys leave no room between: go after all of them.
  while (low !== null && next < sorted.length && (sorted[next]?.order ?? "") <= low) next++;
  return keyBetween(low, sorted[next]?.order ?? null);
}
