// The lines of a text that is read whole: of formats whose files are small (alignments, motifs, trees, annotated records).

import { FailureError } from "../../../base/failure.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

/** A text of more is no alignment and no motif. */
const mostBytes = 1 << 27;
/** Each line is a text of its own, so that short ones take memory as well. */
const mostLines = 10_000_000;

/** Without their ends. Fails with the line where it is no UTF-8, or holds a zero byte. */
export function linesOfText(bytes: Uint8Array): readonly string[] {
  if (bytes.length > mostBytes) throw new FailureError(words.failure("text-large", { mb: mostBytes >> 20 }));
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  if (count > mostLines) throw new FailureError(words.failure("lines-many", { most: mostLines }));
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new FailureError(loadWords.failure("not-utf8", { column: "", line: lineOfBroken(bytes) }), { cause });
  }
  if (text.trim() === "") throw new FailureError(loadWords.failure("empty"));
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  const zero = lines.findIndex((line) => line.includes("\0"));
  if (zero >= 0) throw new FailureError(loadWords.failure("zero-byte", { line: zero + 1 }));
  return lines;
}

function lineOfBroken(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const at = bytes.indexOf(10, from);
    const end = at < 0 ? bytes.length : at;
    try {
      decoder.decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    from = end + 1;
  }
  return line;
}
