// The lines of a text, as bytes, while it comes in pieces: what holds them is no longer than the longest line. How lines end is
// told as for delimited text (parts/delimited/line-ends.ts).

import { FailureError } from "../../../base/failure.ts";
import { findByte } from "../../../base/find-byte.ts";
import { type LineEnd, lineEndOf } from "../delimited/line-ends.ts";
import { mixedLineEnds } from "../delimited/record-error.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

/** Lines of places and annotations are short; a longer one is another file's. */
const longestLine = 1 << 24;

export interface LineSource {
  open(): AsyncIterable<Uint8Array>;
  fraction(): number | null;
  readonly bytesWanted: number;
  /** Of a look: whether anything was found yet, above which remarks may stand for long. */
  hasEnough?(): boolean;
  readonly signal?: AbortSignal | undefined;
  progress?(fraction: number | null): void;
}

/** Of the line [start, end), its number from 1. False: enough. The bytes are the reader's: they are gone with the next line. */
export type OnLine = (bytes: Uint8Array, start: number, end: number, line: number) => boolean;

/** Answers whether the text was read to its end. Fails with "load.line-ends-mixed", "load.zero-byte", "intervals.line-too-long". */
export async function eachLine(source: LineSource, onLine: OnLine): Promise<boolean> {
  let carry = new Uint8Array(1 << 16);
  let held = 0;
  let line = 0;
  let passed = 0;
  let lineEnd: LineEnd | null = null;
  let goesOn = true;
  /** Lines that end within bytes; what is left of them is where the next one begins. */
  const lines = (bytes: Uint8Array, isLast: boolean): number => {
    const end = lineEnd as LineEnd;
    const hasOther = findByte(bytes, 23 - end) >= 0;
    if (findByte(bytes, 0) >= 0) refuseZero(bytes, line, end);
    let at = 0;
    while (goesOn) {
      let stop = at >= bytes.length ? -1 : bytes.indexOf(end, at);
      if (stop < 0) {
        if (!isLast || at >= bytes.length) return at;
        stop = bytes.length;
      }
      let last = stop;
      // Of a Mac's text an LF behind the CR belongs to it.
      let first = at;
      if (end === 13 && bytes[first] === 10) first++;
      if (end === 10) while (last > first && bytes[last - 1] === 13) last--;
      line++;
      if (hasOther && bytes.subarray(first, last).includes(23 - end)) throw mixedLineEnds(line);
      goesOn = onLine(bytes, first, last, line);
      at = stop + 1;
    }
    return at;
  };
  for await (const chunk of source.open()) {
    source.signal?.throwIfAborted();
    let bytes = chunk;
    if (held > 0) {
      if (held + chunk.length > carry.length) carry = longer(carry, held, (held + chunk.length) * 2);
      carry.set(chunk, held);
      bytes = carry.subarray(0, held + chunk.length);
    }
    if (lineEnd === null) {
      // Three bytes may be a mark, and the byte behind a CR tells whether it is half of a line end.
      const enough = bytes.length > 3 && (bytes.includes(10) || bytes.subarray(0, -1).includes(13) || bytes.length > longestLine);
      if (enough) {
        lineEnd = lineEndOf(bytes, []);
        bytes = bytes.subarray(markOf(bytes));
      }
    }
    passed += chunk.length;
    const from = lineEnd === null ? 0 : lines(bytes, false);
    const left = bytes.length - from;
    if (left > longestLine) words.fail("line-too-long", { line: line + 1, mb: longestLine >> 20 });
    if (left > carry.length) carry = longer(carry, 0, left * 2);
    carry.set(bytes.subarray(from), 0);
    held = left;
    source.progress?.(source.fraction());
    if (!goesOn) return false;
    if (passed >= source.bytesWanted && (source.hasEnough?.() ?? true)) return false;
  }
  let rest = carry.subarray(0, held);
  if (lineEnd === null) {
    lineEnd = lineEndOf(rest, []);
    rest = rest.subarray(markOf(rest));
  }
  lines(rest, true);
  return goesOn;
}

/** Length of the mark of UTF-8. */
const markOf = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

function longer(bytes: Uint8Array<ArrayBuffer>, kept: number, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(length);
  more.set(bytes.subarray(0, kept));
  return more;
}

function refuseZero(bytes: Uint8Array, before: number, end: LineEnd): never {
  const at = findByte(bytes, 0);
  const line = before + 1 + bytes.subarray(0, at).reduce((count, byte) => count + (byte === end ? 1 : 0), 0);
  throw new FailureError(loadWords.failure("zero-byte", { line }));
}
