// A text in pieces as blocks of whole lines: each in a buffer of its own, with room behind its end so that words of four
// bytes may be read across it.

import { findByte } from "../../../base/find-byte.ts";
import { words as loadWords } from "../words.ts";
import { words } from "./words.ts";

/** To be used before the next one comes. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  /** Lines stand in [0, end); the last has its end where the text has. */
  readonly end: number;
}

/** A line of half a million samples takes some 20 MB. */
const longestLine = 1 << 26;
const slack = 16;
const feed = 10;
const carriageReturn = 13;

/** LF, or CR where lines end so (old Macs): told by the first piece. */
function lineEndOf(chunk: Uint8Array): 10 | 13 {
  const first = chunk.indexOf(carriageReturn);
  // The last byte may be half of a line end.
  return first >= 0 && first < chunk.length - 1 && !chunk.includes(feed) ? carriageReturn : feed;
}

const marked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Pieces of at least `least` bytes but for the last, so that what is told by the beginning is not told by one byte. */
async function* joinedPieces(chunks: AsyncIterable<Uint8Array>, least: number): AsyncIterable<Uint8Array> {
  let held = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (held.length === 0 && chunk.length >= least) {
      yield chunk;
      continue;
    }
    const more = new Uint8Array(held.length + chunk.length);
    more.set(held);
    more.set(chunk, held.length);
    held = more;
    if (held.length < least) continue;
    yield held;
    held = new Uint8Array(0);
  }
  if (held.length > 0) yield held;
}

/** Fails with "load.zero-byte" and "format-variants.line-too-long". Lines end with LF in what comes out. */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncIterable<LineBlock> {
  let lineEnd: 10 | 13 | null = null;
  let lines = 0;
  let buffer = new Uint8Array(0);
  let rest = new Uint8Array(0);
  let restLength = 0;
  for await (const piece of joinedPieces(chunks, 1 << 16)) {
    const chunk = lineEnd === null && marked(piece) ? piece.subarray(3) : piece;
    lineEnd ??= lineEndOf(chunk);
    const zero = findByte(chunk, 0);
    if (zero >= 0) loadWords.fail("zero-byte", { line: lines + 1 + count(chunk, zero, lineEnd) });
    const last = chunk.lastIndexOf(lineEnd);
    const whole = last + 1;
    if (restLength + (last < 0 ? chunk.length : 0) > longestLine) words.fail("line-too-long", { line: lines + 1 });
    if (last < 0) {
      if (restLength + chunk.length > rest.length) rest = longer(rest, restLength, (restLength + chunk.length) * 2);
      rest.set(chunk, restLength);
      restLength += chunk.length;
      continue;
    }
    if (buffer.length < restLength + whole + slack) buffer = new Uint8Array((restLength + whole) * 1.25 + slack);
    // A new array over it each time: by that readers know that what they saw is gone.
    const bytes = buffer.subarray();
    bytes.set(rest.subarray(0, restLength));
    bytes.set(whole === chunk.length ? chunk : chunk.subarray(0, whole), restLength);
    const end = restLength + whole;
    restLength = chunk.length - whole;
    if (restLength > rest.length) rest = new Uint8Array(restLength * 2);
    rest.set(chunk.subarray(whole));
    lines += count(bytes, end, lineEnd);
    if (lineEnd === carriageReturn) fed(bytes, end);
    yield { bytes, end };
  }
  if (restLength === 0) return;
  const bytes = new Uint8Array(restLength + slack);
  bytes.set(rest.subarray(0, restLength));
  if (lineEnd === carriageReturn) fed(bytes, restLength);
  yield { bytes, end: restLength };
}

function longer(bytes: Uint8Array, used: number, length: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(length);
  more.set(bytes.subarray(0, used));
  return more;
}

function fed(bytes: Uint8Array, end: number): void {
  for (let at = 0; at < end; at++) if (bytes[at] === carriageReturn) bytes[at] = feed;
}

function count(bytes: Uint8Array, end: number, byte: number): number {
  let found = 0;
  for (let at = findByte(bytes, byte); at >= 0 && at < end; at = findByte(bytes, byte, at + 1)) found++;
  return found;
}
