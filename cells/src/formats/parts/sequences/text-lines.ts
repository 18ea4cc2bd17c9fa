// The lines of a text that is read whole: of formats whose files are small (alignments, motifs, trees, annotated records).

import { FailureError } from "../../../base/failure.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

/** A text of more is no alignment and no motif. */
const mostBytes = 1 << 27;
/** Each line is a text of its own, so that short ones take memory as well. */
const mostLines = 10_000_000;

/** A list of them, or what cuts one out of the text when it is asked for: of half a million rows no list is held. */
export interface LinesOfText {
  readonly length: number;
  /** From 0. */
  at(line: number): string | undefined;
}

/** Without their ends, each when it is asked for. Fails as `linesOfText` does. */
export function lazyLines(bytes: Uint8Array): LinesOfText {
  const text = textOf(bytes);
  const starts = new Int32Array(linesIn(text) + 1);
  let length = 0;
  for (let at = 0; at < text.length; length++) {
    starts[length] = at;
    at = endOfLine(text, at).next;
  }
  return {
    length,
    at: (line) => {
      const start = line < length ? (starts[line] as number) : -1;
      return start < 0 ? undefined : text.slice(start, endOfLine(text, start).end);
    },
  };
}

/** Ends of lines, and one more for what stands behind the last. */
function linesIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count++) at = endOfLine(text, at).next;
  return count;
}

function endOfLine(text: string, from: number): { readonly end: number; readonly next: number } {
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 10) return { end: at, next: at + 1 };
    if (letter === 13) return { end: at, next: text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 };
  }
  return { end: text.length, next: text.length };
}

/** Without their ends. Fails with the line where it is no UTF-8, or holds a zero byte. */
export function linesOfText(bytes: Uint8Array): readonly string[] {
  const lines = textOf(bytes).split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function textOf(bytes: Uint8Array): string {
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
  const zero = text.indexOf("\0");
  if (zero >= 0) throw new FailureError(loadWords.failure("zero-byte", { line: text.slice(0, zero).split(/\r\n|\n|\r/).length }));
  return text;
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
