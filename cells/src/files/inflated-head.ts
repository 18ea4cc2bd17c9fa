// The beginning of a file, unpacked where it is packed.

import { packedEnding } from "../base/compressions.ts";
import type { ByteSource } from "../base/byte-source.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { isHdf5 } from "../formats/parts/hdf5/names-inside.ts";
import { namesInFile } from "../formats/parts/hdf5/pieces.ts";
import { joined } from "../base/joined-bytes.ts";
import { type Packing, packingOf, unpacked } from "../formats/parts/packing/unpacked.ts";

export interface InflatedHead {
  readonly head: FileHead;
  readonly compression: Packing;
}

/** Enough to tell what a file is. */
export const headSize = 1 << 16;

const mostOfPacked = 1 << 20;

export async function inflatedHead(source: ByteSource, name: string, inflate: Inflate, size = headSize): Promise<InflatedHead> {
  const first = await source.read(0, Math.min(source.size, size));
  const compression = packingOf(first);
  if (compression === "none") {
    const isAll = first.length === source.size;
    const inside = isHdf5(first) && !isAll ? await namesInFile(source, first) : null;
    return { head: fileHead(first, name, isAll, inside), compression };
  }
  const beginning: Uint8Array[] = [];
  let read = 0;
  let isWhole = true;
  for await (const chunk of unpacked(source.stream(), compression, inflate, name)) {
    beginning.push(chunk);
    read += chunk.length;
    // What is in an HDF5 file is told by names that lie anywhere in it.
    if (read < (isHdf5(beginning[0] as Uint8Array) ? Math.max(size, mostOfPacked) : size)) continue;
    isWhole = false;
    break;
  }
  return { head: fileHead(joined(beginning, read), name.replace(packedEnding, ""), isWhole), compression };
}
