// The files of an archive, whichever it is: zip, or tar as it is or packed.

import type { ByteSource } from "../base/byte-source.ts";
import type { Compression } from "../base/compressions.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileParts } from "../contract/format.ts";
import { isTarHeader } from "../formats/parts/is-tar.ts";
import { zipPart } from "../formats/parts/zip-part.ts";
import { tarParts } from "./tar/tar-parts.ts";
import { zipParts } from "./zip/zip-parts.ts";

export type ArchiveKind = Extract<Compression, "zip" | "tar">;

/** `unpacked`: the beginning, without what it is packed with. Null: it is no archive. */
export const archiveKind = (unpacked: Uint8Array): ArchiveKind | null =>
  zipPart(unpacked) !== null ? "zip" : isTarHeader(unpacked) ? "tar" : null;

export const partsIn = (kind: ArchiveKind, source: ByteSource, name: string, inflate: Inflate): Promise<FileParts> =>
  kind === "zip" ? zipParts(source, name, inflate) : tarParts(source, name, inflate);

/** Of a file that is known to be one. */
export async function archiveParts(source: ByteSource, name: string, inflate: Inflate): Promise<FileParts> {
  const first = await source.read(0, Math.min(source.size, 4));
  return partsIn(zipPart(first) === null ? "tar" : "zip", source, name, inflate);
}
