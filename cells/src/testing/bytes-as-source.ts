// Bytes in memory as a source of bytes, for tests.

import type { ByteSource } from "../base/byte-source.ts";

export const bytesAsSource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
  stream: async function* () {
    for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
  },
});
