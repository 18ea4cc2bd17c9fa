// Several files as one archive, as a folder that is dropped comes. For tests only.

import { crc32 } from "../base/crc32.ts";
import { storedZip } from "../base/stored-zip.ts";

export function setOf(files: { readonly [name: string]: string | Uint8Array }): Uint8Array {
  const bytes = new Map(
    Object.entries(files).map(
      ([name, each]) => [name, typeof each === "string" ? new TextEncoder().encode(each) : each] as const,
    ),
  );
  const pieces = storedZip([...bytes].map(([name, each]) => ({ name, size: each.length, crc: crc32(each) }))).map((piece) =>
    "bytes" in piece ? piece.bytes : (bytes.get(piece.part) as Uint8Array),
  );
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
