// The lines of a text as bytes, one after another, without strings: for readers of sequences, whose files are large.

import { FailureError } from "../../../base/failure.ts";
import { words } from "./words.ts";

const LF = 10;
const CR = 13;

/** The line in [start, end) of `bytes`, without its end, and its number from 1. The bytes are valid during the call. True: enough. */
export type OnLine = (bytes: Uint8Array, start: number, end: number, line: number) => boolean | void;

/** A line that is longer is refused: no record of a sequence is, and memory has a bound. */
export const longestLine = 1 << 28;

/**
 * Lines end in LF or CR LF, or, where the first one does, in CR alone. A mark of UTF-8 at the beginning is passed over.
 * Answers whether all of it was read.
 */
export async function eachLine(chunks: AsyncIterable<Uint8Array>, onLine: OnLine, signal?: AbortSignal): Promise<boolean> {
  /** The beginning of a line whose end has not come yet. */
  let held = new Uint8Array(1 << 12);
  let holds = 0;
  let line = 0;
  let end = 0;
  let isFirst = true;
  const hold = (bytes: Uint8Array, from: number, to: number): void => {
    const size = holds + to - from;
    if (size > longestLine) throw new FailureError(words.failure("line-long", { line: line + 1, mb: longestLine >> 20 }));
    if (size > held.length) held = grownTo(held, holds, size);
    held.set(from === 0 && to === bytes.length ? bytes : bytes.subarray(from, to), holds);
    holds = size;
  };
  const say = (bytes: Uint8Array, from: number, to: number): boolean => {
    line += 1;
    const start = isFirst && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf ? from + 3 : from;
    isFirst = false;
    const last = end === LF && to > start && bytes[to - 1] === CR ? to - 1 : to;
    return onLine(bytes, start, last, line) === true;
  };
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    if (chunk.length === 0) continue;
    let from = 0;
    if (end === 0) {
      // What ends the first line ends all of them: a CR is one only where no LF follows it.
      const known = holds;
      hold(chunk, 0, chunk.length);
      const all = held.subarray(0, holds);
      end = endOfLines(all, known);
      if (end === 0) continue;
      const beginning = all.slice();
      holds = 0;
      from = 0;
      for (let at = beginning.indexOf(end); at >= 0; at = beginning.indexOf(end, from)) {
        if (say(beginning, from, at)) return false;
        from = at + 1;
      }
      hold(beginning, from, beginning.length);
      continue;
    }
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      let isEnough: boolean;
      if (holds > 0) {
        hold(chunk, from, at);
        const size = holds;
        holds = 0;
        isEnough = say(held, 0, size);
      } else isEnough = say(chunk, from, at);
      if (isEnough) return false;
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk, from, chunk.length);
  }
  if (holds > 0) {
    // A file of one line that ends in CR.
    const size = end === 0 && held[holds - 1] === CR ? holds - 1 : holds;
    say(held, 0, size);
  }
  return true;
}

/** LF or CR by the first line that is over; 0: none is. Before `from` no line ends, but a CR may stand right before it. */
export function endOfLines(bytes: Uint8Array, from = 0): number {
  const start = Math.max(0, from - 1);
  const lf = bytes.indexOf(LF, start);
  const cr = bytes.indexOf(CR, start);
  if (cr < 0 || (lf >= 0 && lf <= cr + 1)) return lf < 0 ? 0 : LF;
  return cr + 1 < bytes.length ? CR : 0;
}

export function grownTo(bytes: Uint8Array, used: number, size: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(size, bytes.length * 2));
  more.set(bytes.subarray(0, used));
  return more;
}

/** Blanks and tabs alone, or nothing. */
export function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false;
  return true;
}

/** Of what stands in a file, for sentences: at most 60 letters, controls as their number. */
export const shown = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder()
    .decode(bytes.subarray(start, Math.min(end, start + 60)))
    .replaceAll(/[\p{Cc}]/gu, (letter) => `<${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}>`);
