// A zero byte, which no text has, wherever it stands: as a letter of a name nobody would see it, and behind the last row a
// computer that went down leaves thousands of them.

import { FailureError } from "../../../base/failure.ts";
import { findByte } from "../../../base/find-byte.ts";
import { linesIn } from "./line-ends.ts";
import { words } from "../words.ts";

/** Seen while bytes were handed on: its line is not known there. */
export class ZeroByte extends Error {
  readonly at: number;
  constructor(at: number) {
    super("a zero byte");
    this.at = at;
  }
}

/** What is wrong, with the line; the text is gone through once more, up to the place. */
export async function zeroByteIn(text: AsyncIterable<Uint8Array>, at: number): Promise<FailureError> {
  let line = 1;
  let passed = 0;
  let endsInReturn = false;
  for await (const chunk of text) {
    const part = chunk.subarray(0, at - passed);
    line += linesIn(part) - (endsInReturn && part[0] === 10 ? 1 : 0);
    endsInReturn = part.at(-1) === 13;
    passed += chunk.length;
    if (passed >= at) break;
  }
  return new FailureError(words.failure("zero-byte", { line }));
}

/** The text as it comes, for readers that do not look for them. Fails with "load.zero-byte". */
export async function* withoutZeroBytes(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of open()) {
    const zero = findByte(chunk, 0);
    if (zero >= 0) throw await zeroByteIn(open(), passed + zero);
    passed += chunk.length;
    yield chunk;
  }
}
