// A file read once from its beginning to its end: its sum is taken, whoever wants sees the bytes, and a copy is written.

import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";
import type { KeptFile } from "./manifest.ts";

const atOnce = 2 ** 20;

/** Answers the sum of what was read, and so of what was written. */
export async function passFile(
  from: string,
  { to, onPart }: { readonly to?: string; onPart?(part: Uint8Array): void } = {},
): Promise<KeptFile> {
  const source = await open(from, "r");
  try {
    const target = to === undefined ? null : await open(to, "wx", 0o600);
    try {
      const hash = createHash("sha256");
      const buffer = Buffer.allocUnsafe(atOnce);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, atOnce, null);
        if (bytesRead === 0) break;
        const part = buffer.subarray(0, bytesRead);
        hash.update(part);
        onPart?.(part);
        if (target) await writeWhole(target, part);
        bytes += bytesRead;
      }
      return { bytes, sha256: hash.digest("hex") };
    } finally {
      await target?.close();
    }
  } finally {
    await source.close();
  }
}

async function writeWhole(target: FileHandle, part: Uint8Array): Promise<void> {
  for (let at = 0; at < part.length; ) at += (await target.write(part, at)).bytesWritten;
}
