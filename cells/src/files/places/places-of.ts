// The file behind an input of a cell: its bytes and those of its index, and what reads its format by place.

import type { Artifact, IndexedFile } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import type { FileBytes, PlacesReader } from "../../contract/format.ts";
import { listedFormat } from "../../formats.ts";
import { words } from "./words.ts";

export interface PlacesOfFile {
  readonly artifact: IndexedFile;
  readonly bytes: FileBytes;
  readonly reader: PlacesReader;
}

/** `fileOf`: the bytes behind it (ExecuteContext). */
export async function placesOf(artifact: Artifact, fileOf: (artifact: IndexedFile) => ByteSource): Promise<PlacesOfFile> {
  if (artifact.type !== "file") throw new FailureError(words.failure("not-a-file", { type: artifact.type }, { at: ["from"] }));
  const listed = listedFormat(artifact.format);
  const found = await listed?.places?.();
  if (!found) throw new FailureError(words.failure("no-places", { format: artifact.format.toUpperCase() }, { at: ["from"] }));
  return { artifact, bytes: { file: fileOf(artifact), index: null }, reader: found.places };
}
