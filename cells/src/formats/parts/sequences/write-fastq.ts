// Reads as a FASTQ file of four lines each, in the encoding of qualities that is asked for.

import { FailureError } from "../../../base/failure.ts";
import { firstCapped, letterTable, lettersOf, type QualityEncoding } from "./qualities.ts";
import { words } from "./words.ts";

export interface Read {
  /** Id and description. */
  readonly title: string;
  readonly sequence: string;
  /** As its file has it. */
  readonly quality: string;
}

export interface WrittenFastq {
  readonly text: string;
  /** Qualities that the encoding has no letter for, and that became its highest. */
  readonly capped: number;
}

export function writeFastq(reads: Iterable<Read>, from: QualityEncoding, to: QualityEncoding): WrittenFastq {
  const table = letterTable(from, to);
  const cap = firstCapped(from, to);
  const pieces: string[] = [];
  let capped = 0;
  let line = 0;
  for (const { title, sequence, quality } of reads) {
    let turned = quality;
    if (from !== to) {
      const letters = new Uint8Array(quality.length);
      for (let at = 0; at < quality.length; at++) {
        const letter = quality.charCodeAt(at);
        const found = table[letter] ?? 0;
        if (found === 0) {
          const params = { line: line + 4, found: quality[at] ?? "", encoding: lettersOf[from].title };
          throw new FailureError(words.failure("quality-range", params));
        }
        if (letter >= cap) capped += 1;
        letters[at] = found;
      }
      turned = new TextDecoder().decode(letters);
    }
    pieces.push(`@${title}\n${sequence}\n+\n${turned}\n`);
    line += 4;
  }
  return { text: pieces.join(""), capped };
}
