// The few pieces of an HDF5 file that tell what stands at its top, read by range: the files are large, and what tells
// them apart lies anywhere in them.

import type { ByteSource } from "../../../base/byte-source.ts";
import { namesInside, type ReadPiece } from "./names-inside.ts";

/** Read at once around what is wanted; at most so many times. */
const pieceSize = 1 << 15;
const mostPieces = 24;

/** Null: they are not told. `head`: what was read already. */
export async function namesInFile(source: ByteSource, head: Uint8Array): Promise<readonly string[] | null> {
  const pieces: { readonly start: number; readonly bytes: Uint8Array }[] = [{ start: 0, bytes: head }];
  const read: ReadPiece = (start, end) => {
    if (start >= source.size) return new Uint8Array(0);
    const wantedEnd = Math.min(end, source.size);
    const found = pieces.find((piece) => piece.start <= start && wantedEnd <= piece.start + piece.bytes.length);
    return found ? found.bytes.subarray(start - found.start, wantedEnd - found.start) : null;
  };
  for (let round = 0; round < mostPieces; round++) {
    // Many small pieces are not worth what stands in groups.
    const found = namesInside(read, round < mostPieces - 6);
    if (found === null) return null;
    if ("names" in found) return found.names;
    const start = found.start;
    pieces.push({ start, bytes: await source.read(start, Math.min(source.size, Math.max(found.end, start + pieceSize))) });
  }
  return null;
}

/** Of what is here alone. */
export function namesInHead(head: Uint8Array, isWhole: boolean): readonly string[] | null {
  const found = namesInside((start, end) => (end <= head.length || isWhole ? head.subarray(start, end) : null));
  return found !== null && "names" in found ? found.names : null;
}
