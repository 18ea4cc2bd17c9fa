// A file as a worker sees it: ranges that its parent reads for it. The worker has no path and no descriptor, and a file
// of any size needs a few megabytes of memory.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";

const chunkBytes = 1 << 20;
/** Chunks asked for ahead of the reader, so that parsing and reading overlap. */
const ahead = 3;

/** `readRange` asks the parent for plain bytes [start, end). */
export function remoteFile(size: number, readRange: (start: number, end: number) => Promise<Uint8Array>): ByteSource {
  return {
    size,
    async read(start, end) {
      const from = Math.max(0, Math.min(start, size));
      const to = Math.max(from, Math.min(end, size));
      if (to - from <= chunkBytes) return from === to ? new Uint8Array(0) : readRange(from, to);
      const whole = new Uint8Array(to - from);
      for (let at = from; at < to; at += chunkBytes) {
        whole.set(await readRange(at, Math.min(to, at + chunkBytes)), at - from);
      }
      return whole;
    },
    async *stream() {
      const waiting: Promise<Uint8Array>[] = [];
      let asked = 0;
      const ask = (): void => {
        while (waiting.length <= ahead && asked < size) {
          const next = readRange(asked, Math.min(size, asked + chunkBytes));
          // A reader that stops early leaves these behind.
          next.catch(() => {});
          waiting.push(next);
          asked += chunkBytes;
        }
      };
      ask();
      for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) {
        const bytes = await chunk;
        ask();
        yield bytes;
      }
    },
  };
}
