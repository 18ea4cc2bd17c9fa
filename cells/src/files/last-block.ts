// Whether a file that is packed in blocks (bgzip) is whole: it ends with an empty block (SAM specification §4.1.2).

import type { ByteSource } from "../base/byte-source.ts";

const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0x1b, 0, 3, 0];
const lastBlock = Uint8Array.of(...header, 0, 0, 0, 0, 0, 0, 0, 0);

export async function endsWithLastBlock(source: ByteSource): Promise<boolean> {
  const end = await source.read(Math.max(0, source.size - lastBlock.length), source.size);
  return lastBlock.every((byte, at) => end[at] === byte);
}
