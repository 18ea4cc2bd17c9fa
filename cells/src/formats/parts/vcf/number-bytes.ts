// Numbers out of bytes, without a string where they are plain: digits that a double holds, divided or multiplied by a power
// of ten that one holds, are rounded once and so are exact (Clinger, How to read floating point numbers accurately, 1990).

const powers = Float64Array.from({ length: 23 }, (_, at) => 10 ** at);
const decoder = new TextDecoder("latin1");
/** As the standard writes numbers (VCF 4.3 §1.3). */
const float = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const infinite = /^([-+]?)inf(?:inity)?$/i;

/** The whole number in [start, end); NaN where it is none, or too long to be exact. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative || bytes[at] === 43) at++;
  if (at === end || end - at > 15) return Number.NaN;
  let value = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return isNegative ? 0 - value : value;
}

/** The number in [start, end); NaN where it is none. */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  let value = 0;
  let digits = 0;
  let behind = -1;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (behind >= 0) behind++;
    } else if (digit === -2 && behind < 0) behind = 0;
    else return slowNumber(bytes, start, end);
  }
  if (digits === 0 || digits > 15) return slowNumber(bytes, start, end);
  if (behind > 0) value /= powers[behind] as number;
  return isNegative ? -value : value;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return Number.NaN;
  const text = decoder.decode(bytes.subarray(start, end));
  if (float.test(text)) return Number(text);
  const sign = infinite.exec(text)?.[1];
  return sign === undefined ? Number.NaN : sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** "nan", which the standard allows, and "." stand for nothing. */
export function isNothing(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === 1) return bytes[start] === 46;
  if (length === 0) return true;
  return length <= 4 && /^[-+]?nan$/i.test(decoder.decode(bytes.subarray(start, end)));
}
