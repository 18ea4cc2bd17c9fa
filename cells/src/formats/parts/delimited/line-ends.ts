// How the lines of a delimited file end. Two ways: with LF, where carriage returns right before it belong to the line end
// (CR LF; CR CR LF of files copied twice in text mode), or with CR alone, as old Macs and Excel's "CSV (Macintosh)" write;
// there an LF right behind it belongs to the line end. Anything else outside quotes is a file of two systems, and refused.

import { findByte } from "../../../base/find-byte.ts";

/** The byte that ends a line. */
export type LineEnd = 10 | 13;

/** The byte that is passed over right before a line end; -1, which no byte is, where lines end with CR. */
export const returnBefore = (lineEnd: LineEnd): 13 | -1 => (lineEnd === 10 ? 13 : -1);

/** Up to here a call of `indexOf` for each line costs more than looking at four bytes at a time. */
const shortLine = 80;

/**
 * Whether bytes hold a line end of the other kind, in quotes or not. The byte at `to`, not read yet, may be the LF of a last CR.
 * Where lines end in CR LF every carriage return is looked at.
 */
export function hasForeignLineEnds(bytes: Uint8Array, from: number, to: number, lineEnd: LineEnd): boolean {
  const part = bytes.subarray(from, to);
  if (lineEnd === 13) return findByte(part, 10) >= 0;
  const first = findByte(part, 13);
  if (first < 0) return false;
  if (part.subarray(first + 2, first + shortLine).includes(13)) return hasLoneReturn(part, first);
  for (let at = first; at >= 0 && at < part.length - 1; at = part.indexOf(13, at + 1)) {
    if (part[at + 1] !== 10 && part[at + 1] !== 13) return true;
  }
  return false;
}

/** The same for short lines, four bytes at a time: `hit` has the high bit of the first that is a carriage return. */
function hasLoneReturn(part: Uint8Array, from: number): boolean {
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  const last = part.length - 1;
  let at = from;
  while (at < last) {
    if (at + 4 <= part.length) {
      const returns = view.getInt32(at, true) ^ 0x0d0d0d0d;
      const hit = (returns - 0x01010101) & ~returns & 0x80808080;
      if (hit === 0) {
        at += 4;
        continue;
      }
      at += (31 - Math.clz32(hit & -hit)) >> 3;
      if (at === last) return false;
    }
    if (part[at] === 13 && part[at + 1] !== 10 && part[at + 1] !== 13) return true;
    at++;
  }
  return false;
}

/** Whether a text without quotes, its line end taken off, holds a line end of the other kind. */
export function foreignIn(bytes: Uint8Array, start: number, end: number, lineEnd: LineEnd): boolean {
  const foreign = 23 - lineEnd;
  for (let at = start; at < end; at++) if (bytes[at] === foreign) return true;
  return false;
}

const quote = 34;
const hash = 35;

/**
 * By the first line end that stands in no quotes, for Excel writes line breaks inside a cell as LF even where its lines
 * end with CR. `delimiters`: the bytes behind which a quote opens a field.
 */
export function lineEndOf(bytes: Uint8Array, delimiters: readonly number[]): LineEnd {
  const hasFeed = bytes.includes(10);
  if (!hasFeed || !bytes.includes(13)) return hasFeed || !bytes.includes(13) ? 10 : 13;
  let inside = false;
  let opens = true;
  // Quotes in a comment are ordinary letters.
  const isComment = bytes[0] === hash;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (inside) {
      if (byte === quote) inside = false;
      continue;
    }
    if (byte === 10) return 10;
    if (byte === 13) {
      let next = at;
      while (bytes[next] === 13) next++;
      return bytes[next] === 10 ? 10 : 13;
    }
    // A doubled quote closes and opens again.
    if (byte === quote && (opens || bytes[at - 1] === quote) && !isComment) inside = true;
    opens = delimiters.includes(byte);
  }
  return 10;
}

/** How many lines end in bytes, whatever ends them; counted up to `most`. */
export function linesIn(bytes: Uint8Array, most = Number.POSITIVE_INFINITY): number {
  let lines = 0;
  for (let at = 0; at < bytes.length && lines < most; at++) {
    if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) lines++;
  }
  return lines;
}
