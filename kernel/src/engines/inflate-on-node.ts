// Unpacking gzip by Node's zlib: members one after another (as bgzip writes them, or `cat`) are one file on every version
// of Node, zeros behind them are padding, and a file that was cut short is a failure.

import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
import type { Inflate } from "@genomecraft/cells/contract/engines.ts";
import { words as loadWords } from "@genomecraft/cells/formats/parts/words.ts";

export const inflateOnNode: Inflate = async function* (packed) {
  // Copies: sources may use their buffer again.
  const copies = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) yield chunk.slice();
  };
  const gunzip = createGunzip();
  pipeline(Readable.from(copies()), gunzip, () => {});
  let bytes = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  } catch (cause) {
    const isOfGzip = cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_");
    throw isOfGzip ? new FailureError(loadWords.failure("gzip-broken", { bytes }), { cause }) : cause;
  }
};
