// Texts in quotes that run over lines and hold a delimiter. Written so they are right (RFC 4180, 2.6); behind a quote that
// somebody typed at the beginning of a field (5" prime) they are rows that were swallowed. Of one record of a file.

import type { LineEnd } from "./line-ends.ts";

const quote = 34;

/** `line`: of the record, from 0, on which the text begins; `lines`: over how many it runs. */
export function longTexts(
  record: Uint8Array,
  delimiter: number,
  lineEnd: LineEnd,
): { readonly line: number; readonly lines: number }[] {
  const found: { readonly line: number; readonly lines: number }[] = [];
  let line = 0;
  for (let at = 0; at < record.length; at++) {
    if (record[at] === quote) {
      const begun = line;
      let isCut = false;
      for (at++; at < record.length; at++) {
        const byte = record[at];
        if (byte === quote) {
          if (record[at + 1] !== quote) break;
          at++;
        } else if (byte === delimiter) isCut = true;
        else if (byte === lineEnd) line++;
      }
      if (isCut && line > begun) found.push({ line: begun, lines: line - begun + 1 });
    }
    // On to the field after it.
    while (at < record.length && record[at] !== delimiter) at++;
  }
  return found;
}
