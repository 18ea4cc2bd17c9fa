// Unpacking gzip while it streams: several members one after another (as bgzip writes them), and a file that was cut
// short is a failure and never a shorter result.

import { FailureError, failure } from "../../base/failure.ts";

/** Packed bytes in, plain bytes out. A platform may bring its own. */
export type Inflate = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** By the platform's DecompressionStream. Fails with "load.gzip-broken" when the stream ends early or its check sum is wrong. */
export const inflateGzip: Inflate = async function* (packed) {
  const iterator = packed[Symbol.asyncIterator]();
  let failedBelow: unknown = null;
  const input = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        // A copy: sources may use their buffer again.
        else controller.enqueue(next.value.slice());
      } catch (error) {
        failedBelow = error;
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  const reader = input.pipeThrough(new DecompressionStream("gzip")).getReader();
  let bytes = 0;
  try {
    for (;;) {
      let next: ReadableStreamReadResult<Uint8Array>;
      try {
        next = await reader.read();
      } catch (cause) {
        if (failedBelow) throw failedBelow;
        throw new FailureError(failure("load.gzip-broken", { bytes }), { cause });
      }
      if (next.done) return;
      bytes += next.value.length;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};
