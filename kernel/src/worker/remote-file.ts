// A file as a worker sees it: ranges that its parent reads for it. The worker has no path and no descriptor, and a file
// of any size needs a few megabytes of memory. Each question goes to the parent, and from there to the server: who reads many
// small ranges beside each other (the files of an archive, the nodes of an index) is answered from blocks that are kept.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";

const chunkBytes = 1 << 20;
/** Chunks asked for ahead of the reader, so that parsing and reading overlap. */
const ahead = 3;
const blockBytes = 1 << 17;
/** 8 MB, those that were used last. */
const mostBlocks = 64;
/** Longer ranges are read as they are. */
const mostOfBlocks = 4 * blockBytes;

type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** `readRange` asks the parent for plain bytes [start, end). */
export function remoteFile(size: number, readRange: ReadRange): ByteSource {
  const inBlocks = keptBlocks(size, readRange);
  return {
    size,
    async read(start, end) {
      const from = Math.max(0, Math.min(start, size));
      const to = Math.max(from, Math.min(end, size));
      if (from === to) return new Uint8Array(0);
      if (to - from <= mostOfBlocks) return inBlocks(from, to);
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

/** Reads ranges out of blocks of one length, each asked for once as long as it is kept. */
function keptBlocks(size: number, readRange: ReadRange): ReadRange {
  const blocks = new Map<number, Promise<Uint8Array>>();
  const block = (number: number): Promise<Uint8Array> => {
    const kept = blocks.get(number);
    blocks.delete(number);
    const found = kept ?? readRange(number * blockBytes, Math.min(size, (number + 1) * blockBytes));
    blocks.set(number, found);
    if (kept) return found;
    // What failed is asked for again.
    found.catch(() => blocks.delete(number));
    const [oldest] = blocks.keys();
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest);
    return found;
  };
  return async (start, end) => {
    const first = Math.floor(start / blockBytes);
    const wanted = Array.from({ length: Math.ceil(end / blockBytes) - first }, (_, at) => block(first + at));
    // Whoever reads may write into it, too.
    const range = new Uint8Array(end - start);
    for (const [at, bytes] of (await Promise.all(wanted)).entries()) {
      const begins = (first + at) * blockBytes;
      const part = bytes.subarray(Math.max(0, start - begins), Math.max(0, end - begins));
      range.set(part, Math.max(0, begins - start));
    }
    return range;
  };
}
