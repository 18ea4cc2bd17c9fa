// The beginning of a file, unpacked where it is gzip.

import type { ByteSource } from "../base/byte-source.ts";
import type { Compression } from "../base/compressions.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { isHdf5 } from "../formats/parts/hdf5/names-inside.ts";
import { namesInFile } from "../formats/parts/hdf5/pieces.ts";
import { isGzip } from "../formats/parts/gzip.ts";
import { joined } from "../base/joined-bytes.ts";

export interface InflatedHead {
  readonly head: FileHead;
  readonly compression: Compression;
}

/** Enough to tell what a file is. */
export const headSize = 1 << 16;

const mostOfPacked = 1 << 20;

export async function inflatedHead(source: ByteSource, name: string, inflate: Inflate, size = headSize): Promise<InflatedHead> {
  const first = await source.read(0, Math.min(source.size, size));
  if (!isGzip(first)) {
    const isAll = first.length === source.size;
    const inside = isHdf5(first) && !isAll ? await namesInFile(source, first) : null;
    return { head: fileHead(first, name, isAll, inside), compression: "none" };
  }
  const beginning: Uint8Array[] = [];
  let read = 0;
  let isWhole = true;
  for await (const chunk of inflate(source.stream())) {
    beginning.push(chunk);
    read += chunk.length;
    // What is in an HDF5 file is told by names that lie anywhere in it.
    if (read < (isHdf5(beginning[0] as Uint8Array) ? Math.max(size, mostOfPacked) : size)) continue;
    isWhole = false;
    break;
  }
  const isBlocked = ((first[3] ?? 0) & 4) !== 0 && first[12] === 0x42 && first[13] === 0x43;
  return {
    head: fileHead(joined(beginning, read), name.replace(/\.b?gz$/i, ""), isWhole),
    compression: isBlocked ? "bgzf" : "gzip",
  };
}
