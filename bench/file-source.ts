// A file on the disk as a worker's files come: two buffers in turn, of which one is read while the other is filled.

import { open, stat } from "node:fs/promises";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";

const bufferBytes = 1 << 19;

export async function fileSource(file: string): Promise<ByteSource> {
  const handle = await open(file);
  const { size } = await stat(file);
  return {
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
      return bytes.subarray(0, bytesRead);
    },
    stream: async function* () {
      const buffers = [new Uint8Array(bufferBytes), new Uint8Array(bufferBytes)] as const;
      const fill = (turn: number, at: number) => handle.read(buffers[(turn & 1) as 0 | 1], 0, bufferBytes, at);
      let at = 0;
      let turn = 0;
      let next = fill(0, 0);
      for (;;) {
        const { bytesRead } = await next;
        if (bytesRead === 0) return;
        at += bytesRead;
        const filled = buffers[(turn & 1) as 0 | 1].subarray(0, bytesRead);
        turn++;
        next = fill(turn, at);
        yield filled;
      }
    },
  };
}
