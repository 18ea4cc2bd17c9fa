// How the lines of a delimited file end. Two ways: with LF, where carriage returns right before it belong to the line end
// (CR LF; CR CR LF of files copied twice in text mode), or with CR alone, as old Macs and Excel's "CSV (Macintosh)" write;
// there an LF right behind it belongs to the line end. Anything else outside quotes is a file of two systems, and refused.

/** The byte that ends a line. */
export type LineEnd = 10 | 13;

/** The byte that is passed over right before a line end; -1, which no byte is, where lines end with CR. */
export const returnBefore = (lineEnd: LineEnd): 13 | -1 => (lineEnd === 10 ? 13 : -1);

/** Whether bytes hold a line end of the other kind, in quotes or not. The byte at `to`, not read yet, may be the LF of a last CR. */
export function hasForeignLineEnds(bytes: Uint8Array, from: number, to: number, lineEnd: LineEnd): boolean {
  const part = bytes.subarray(from, to);
  if (lineEnd === 13) return part.includes(10);
  const first = part.indexOf(13);
  if (first < 0) return false;
  for (let at = first; at < part.length - 1; at++) {
    if (part[at] === 13 && part[at + 1] !== 10 && part[at + 1] !== 13) return true;
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
