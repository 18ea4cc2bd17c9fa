// Which texts are numbers. "Numeric only if lossless": what a number would print back differently (leading zeros, bare
// exponents such as the gene 2310009E13, whole numbers whose last digits a double would lose, numbers too large for a
// double) stays text.

import { missingNumbers, missingTexts } from "../../../base/known-missing.ts";

const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const leadingZero = /^[+-]?0\d/;
const bareExponent = /^\+?\d+[eE]\d+$/;
const whole = /^[+-]?\d+$/;
const infinite = /^[+-]?(?:inf|infinity)$/i;

/** What nothing below would refuse, seen at once: most numbers are written so. */
const plain = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/** The number that a text stands for without loss, or null. Blanks around it are passed over; a decimal comma is no number. */
export function numberOfText(text: string): number | null {
  if (plain.test(text)) return Number(text);
  const trimmed = text.trim();
  if (!numeric.test(trimmed)) {
    if (!infinite.test(trimmed)) return null;
    return trimmed.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (leadingZero.test(trimmed) || bareExponent.test(trimmed)) return null;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return null;
  return whole.test(trimmed) && !isExact(trimmed, value) ? null : value;
}

/** 10^17 is a double, 10^17 + 1 is none. */
const isExact = (digits: string, value: number): boolean =>
  Number.isSafeInteger(value) || BigInt(digits.replace(/^\+/, "")) === BigInt(value);

/**
 * "1E5", "25E3": a number that some programs write so, or the name of a well. Taken as a number where the other values
 * of its column are numbers; null for what has more digits before its exponent, as clones have (2310009E13).
 */
export function bareExponentOfText(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\+?[1-9]\d{0,2}[eE]\d{1,3}$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** A number as a text that is read back as the same number: whole ones beyond 2^53 by their exponent. */
export const textOfNumber = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value);

export { missingNumbers, missingTexts };

/** "1e+400": a number that no double holds. "1e400" could be an identifier, and is meant only `amongNumbers`. */
export const isTooLargeNumber = (text: string, amongNumbers = false): boolean =>
  numeric.test(text.trim()) && (amongNumbers || !bareExponent.test(text.trim())) && !Number.isFinite(Number(text));

/** "9007199254740993": a whole number whose last digits a double would lose. */
export function isTooLongNumber(text: string): boolean {
  const trimmed = text.trim();
  if (!whole.test(trimmed) || leadingZero.test(trimmed)) return false;
  const value = Number(trimmed);
  return Number.isFinite(value) && !isExact(trimmed, value);
}

/** Bytes of the longest of them. */
export const longestMissing = Math.max(...[...missingTexts].map((word) => word.length));

/** The same words as bytes. */
export function isMissingText(bytes: Uint8Array, start: number, end: number): boolean {
  switch (end - start) {
    case 0:
      return true;
    case 2:
      return bytes[start] === 78 && bytes[start + 1] === 65;
    case 3:
      return (
        (bytes[start] === 78 &&
          ((bytes[start + 1] === 47 && bytes[start + 2] === 65) || (bytes[start + 1] === 97 && bytes[start + 2] === 78))) ||
        (bytes[start] === 35 && bytes[start + 1] === 78 && bytes[start + 2] === 65)
      );
    case 4:
      return bytes[start] === 35 && bytes[start + 1] === 78 && bytes[start + 2] === 47 && bytes[start + 3] === 65;
    default:
      return false;
  }
}
