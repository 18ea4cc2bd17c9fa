// What keeps the library that reads HDF5 from coming back, looked for before it is asked: heaps of texts (HDF5 File Format
// Specification 3.0, III.E, global heap) whose objects take no bytes, so that a walk along them never ends.

import { words } from "./words.ts";

const mark = [0x47, 0x43, 0x4f, 0x4c, 1, 0, 0, 0];
/** Bytes before the objects, and before the data of one. */
const headSize = 16;

/** Fails with "damaged". The bytes are those of a whole file. */
export function refuseEndlessHeaps(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(0x47); at >= 0 && at + headSize <= bytes.length; at = bytes.indexOf(0x47, at + 1)) {
    if (bytes[at + 1] !== 0x43 || !mark.every((byte, place) => bytes[at + place] === byte)) continue;
    if (!endsWell(view, at)) words.fail("damaged", { detail: `heap of texts at byte ${at}` });
  }
}

function endsWell(view: DataView, start: number): boolean {
  const size = sizeAt(view, start + 8);
  const end = start + size;
  if (size < headSize || end > view.byteLength) return false;
  let at = start + headSize;
  while (at + headSize <= end) {
    const index = view.getUint16(at, true);
    const length = sizeAt(view, at + 8);
    // Object 0 is what is free, with its own head counted.
    const taken = index === 0 ? length : headSize + Math.ceil(length / 8) * 8;
    if (taken < headSize || at + taken > end) return false;
    at += taken;
  }
  return true;
}

const sizeAt = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 4_294_967_296;
