// The beginning of a file, unpacked where it is packed.

import { packedEnding } from "../base/compressions.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { type Packing, packingOf, unpacked } from "../formats/parts/packing/unpacked.ts";

export interface InflatedHead {
  readonly head: FileHead;
  readonly compression: Packing;
}

/** Enough to tell what a file is. */
export const headSize = 1 << 16;

export async function inflatedHead(source: ByteSource, name: string, inflate: Inflate, size = headSize): Promise<InflatedHead> {
  const first = await source.read(0, Math.min(source.size, size));
  const compression = packingOf(first);
  if (compression === "none") return { head: fileHead(first, name, first.length === source.size), compression };
  const beginning: Uint8Array[] = [];
  let read = 0;
  let isWhole = true;
  for await (const chunk of unpacked(source.stream(), compression, inflate, name)) {
    beginning.push(chunk);
    read += chunk.length;
    if (read < size) continue;
    isWhole = false;
    break;
  }
  return { head: fileHead(joined(beginning, read), name.replace(packedEnding, ""), isWhole), compression };
}

export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
