// Unpacking gzip while it streams; a file that was cut short is a failure and never a shorter result.

import { FailureError } from "../../base/failure.ts";
import type { Inflate } from "../../contract/engines.ts";
import { words } from "./words.ts";

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * By the platform's DecompressionStream: in browsers, and in Node since version 24, it refuses a second member as broken.
 * The kernel brings its own (kernel/src/engines/inflate-on-node.ts).
 */
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
        throw new FailureError(words.failure("gzip-broken", { bytes }), { cause });
      }
      if (next.done) return;
      bytes += next.value.length;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};
