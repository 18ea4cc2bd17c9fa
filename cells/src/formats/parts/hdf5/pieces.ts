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

/** Of what is here alone: the beginning of a file that is packed, or was cut. */
export function namesInHead(head: Uint8Array, isWhole: boolean): readonly string[] | null {
  const found = namesInside((start, end) => (end <= head.length || isWhole ? head.subarray(start, end) : null));
  if (found !== null && "names" in found) return found.names;
  const names = namesOfHeaps(head);
  return names.length > 0 ? names : null;
}

/**
 * Names of groups stand in heaps (HDF5 specification III.D), of which those of the top are among the first. Which group they
 * are in is not told by them.
 */
function namesOfHeaps(head: Uint8Array): readonly string[] {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const names = new Set<string>();
  for (let at = head.indexOf(0x48); at >= 0 && at + 32 <= head.length && names.size < 400; at = head.indexOf(0x48, at + 1)) {
    if (head[at + 1] !== 0x45 || head[at + 2] !== 0x41 || head[at + 3] !== 0x50 || head[at + 4] !== 0) continue;
    const [size, start] = [view.getUint32(at + 8, true), view.getUint32(at + 24, true)];
    if (size > 1 << 14 || start + size > head.length) continue;
    const text = new TextDecoder().decode(head.subarray(start, start + size));
    for (const name of text.split("\0")) if (/^[\w.:-]{1,100}$/.test(name)) names.add(name);
  }
  return [...names];
}
