// The files of an archive, whichever it is: zip, or tar as it is or packed.

import type { ByteSource } from "../base/byte-source.ts";
import type { Compression } from "../base/compressions.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileParts } from "../contract/format.ts";
import { isTarHeader } from "../formats/parts/is-tar.ts";
import { zipPart } from "../formats/parts/zip-part.ts";
import { withNestedTars } from "./tar/nested-tars.ts";
import { tarParts } from "./tar/tar-parts.ts";
import { zipParts } from "./zip/zip-parts.ts";

export type ArchiveKind = Extract<Compression, "zip" | "tar">;

/** `unpacked`: the beginning, without what it is packed with. Null: it is no archive. */
export const archiveKind = (unpacked: Uint8Array): ArchiveKind | null =>
  zipPart(unpacked) !== null ? "zip" : isTarHeader(unpacked) ? "tar" : null;

/** An archive is opened anew for each of its files: what was unpacked to find them is kept as long as the file is. */
const known = new WeakMap<ByteSource, Promise<FileParts>>();

/** With those of the tar archives in it. */
export function partsIn(kind: ArchiveKind, source: ByteSource, name: string, inflate: Inflate): Promise<FileParts> {
  const before = known.get(source);
  if (before) return before;
  const found = (kind === "zip" ? zipParts : tarParts)(source, name, inflate).then((parts) => withNestedTars(parts, inflate));
  known.set(source, found);
  // What failed once is tried again.
  found.catch(() => known.delete(source));
  return found;
}

/** Of a file that is known to be one. */
export async function archiveParts(source: ByteSource, name: string, inflate: Inflate): Promise<FileParts> {
  const first = await source.read(0, Math.min(source.size, 4));
  return partsIn(zipPart(first) === null ? "tar" : "zip", source, name, inflate);
}
