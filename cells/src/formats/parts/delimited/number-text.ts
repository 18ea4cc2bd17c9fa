// Which texts are numbers. "Numeric only if lossless": what a number would print back differently (leading zeros, bare
// exponents such as the gene 2310009E13, whole numbers beyond 2^53, numbers too large for a double) stays text.

const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const leadingZero = /^[+-]?0\d/;
const bareExponent = /^\+?\d+[eE]\d+$/;
const whole = /^[+-]?\d+$/;
const infinite = /^[+-]?(?:inf|infinity)$/i;

/** The number that a text stands for without loss, or null. Blanks around it are passed over; a decimal comma is no number. */
export function numberOfText(text: string): number | null {
  const trimmed = text.trim();
  if (!numeric.test(trimmed)) {
    if (!infinite.test(trimmed)) return null;
    return trimmed.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (leadingZero.test(trimmed) || bareExponent.test(trimmed)) return null;
  const value = Number(trimmed);
  if (!Number.isFinite(value)) return null;
  if (whole.test(trimmed) && !Number.isSafeInteger(value)) return null;
  return value;
}

/** Missing in a column of texts. */
export const missingTexts: ReadonlySet<string> = new Set(["", "NA", "N/A", "#N/A", "NaN"]);
/** Missing in a column that otherwise holds numbers: there "." and "-" are no strand and no allele. */
export const missingNumbers: ReadonlySet<string> = new Set([...missingTexts, "na", "n/a", "nan", "null", "NULL", ".", "-"]);

/** "1,5" and "-0,03": a number as much of Europe writes it. */
export const isDecimalComma = (text: string): boolean => /^[+-]?\d{1,15},\d{1,15}$/.test(text.trim());
/** "1e+400": a number that no double holds. "1e400" could be an identifier, and is meant only `amongNumbers`. */
export const isTooLargeNumber = (text: string, amongNumbers = false): boolean =>
  numeric.test(text.trim()) && (amongNumbers || !bareExponent.test(text.trim())) && !Number.isFinite(Number(text));

/** "9007199254740993": a whole number whose last digits a double would lose. */
export const isTooLongNumber = (text: string): boolean =>
  whole.test(text.trim()) && !leadingZero.test(text.trim()) && !Number.isSafeInteger(Number(text));

/** The same words as bytes. */
export function isMissingText(bytes: Uint8Array, start: number, end: number): boolean {
  switch (end - start) {
    case 0:
      return true;
    case 2:
      return bytes[start] === 78 && bytes[start + 1] === 65;
    case 3:
      return (
        bytes[start] === 78 &&
        ((bytes[start + 1] === 47 && bytes[start + 2] === 65) || (bytes[start + 1] === 97 && bytes[start + 2] === 78))
      );
    case 4:
      return bytes[start] === 35 && bytes[start + 1] === 78 && bytes[start + 2] === 47 && bytes[start + 3] === 65;
    default:
      return false;
  }
}
