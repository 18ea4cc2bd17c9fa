// Unpacking gzip by Node's zlib: members one after another (as bgzip writes them, or `cat`) are one file on every version
// of Node, zeros behind them are padding, also between members, and a file that was cut short is a failure.

import { pipeline, Readable } from "node:stream";
import { createGunzip, gunzip } from "node:zlib";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
import type { Inflate } from "@genomecraft/cells/contract/engines.ts";
import { words as loadWords } from "@genomecraft/cells/formats/parts/words.ts";

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = packed[Symbol.asyncIterator]();
  /** Given to zlib and not known to be unpacked. */
  let held: Uint8Array[] = [];
  let bytes = 0;
  try {
    do {
      const given = held;
      held = [];
      let before = 0;
      const gunzip = createGunzip();
      // Copies: sources may use their buffer again.
      const copies = async function* (): AsyncGenerator<Uint8Array> {
        for (const chunk of given) {
          held.push(chunk);
          yield chunk;
        }
        for (let next = await source.next(); !next.done; next = await source.next()) {
          while (held[0] && before + held[0].length <= gunzip.bytesWritten) before += (held.shift() as Uint8Array).length;
          const chunk = next.value.slice();
          held.push(chunk);
          yield chunk;
        }
      };
      const input = Readable.from(copies());
      pipeline(input, gunzip, () => {});
      for await (const chunk of gunzip as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
      }
      // zlib stops at a zero behind a member, and another member may stand behind it.
      held = await behindZeros(held, gunzip.bytesWritten - before, source);
    } while (held.length > 0);
  } catch (cause) {
    const isOfGzip = cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_");
    throw isOfGzip ? new FailureError(loadWords.failure("gzip-broken", { bytes }), { cause }) : cause;
  } finally {
    await source.return?.();
  }
}

/** In one go on a thread of libuv: a byte more than there should be lets zlib see the end without asking for more room. */
const members = (packed: Uint8Array, length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { chunkSize: Math.max(64, length + 1), maxOutputLength: Math.max(1, length) };
    gunzip(packed, options, (error, whole) => (error ? reject(error) : resolve(whole)));
  });

export const inflateOnNode: Inflate = Object.assign(inflated, { members });

/** What stands behind `used` bytes and the zeros after them; nothing: the file ends so. */
async function behindZeros(
  chunks: readonly Uint8Array[],
  used: number,
  source: AsyncIterator<Uint8Array>,
): Promise<Uint8Array[]> {
  let toSkip = used;
  for (const [at, chunk] of chunks.entries()) {
    const from = chunk.findIndex((byte, place) => place >= toSkip && byte !== 0);
    if (from >= 0) return [chunk.subarray(from), ...chunks.slice(at + 1)];
    toSkip = Math.max(0, toSkip - chunk.length);
  }
  for (let next = await source.next(); !next.done; next = await source.next()) {
    const from = next.value.findIndex((byte) => byte !== 0);
    if (from >= 0) return [next.value.slice(from)];
  }
  return [];
}
