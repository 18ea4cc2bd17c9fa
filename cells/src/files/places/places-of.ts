// The file behind an input of a cell: its bytes and those of its index, and what reads its format by place.

import type { Artifact, IndexedFile } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import type { FileBytes, PlacesReader } from "../../contract/format.ts";
import type { Inflate } from "../../contract/engines.ts";
import { inflateGzip } from "../../formats/parts/gzip.ts";
import { listedFormat } from "../../formats.ts";
import { readFile } from "../read-file.ts";
import { archiveParts } from "../archive-parts.ts";
import { placesOfText } from "./tabixed.ts";
import { words } from "./words.ts";

export interface PlacesOfFile {
  readonly artifact: IndexedFile;
  readonly bytes: FileBytes;
  readonly reader: PlacesReader;
}

/** `fileOf`: the bytes behind it (ExecuteContext). */
export async function placesOf(
  artifact: Artifact,
  fileOf: (artifact: IndexedFile) => ByteSource,
  inflate: Inflate = inflateGzip,
): Promise<PlacesOfFile> {
  if (artifact.type !== "file") throw new FailureError(words.failure("not-a-file", { type: artifact.type }, { at: ["from"] }));
  const listed = listedFormat(artifact.format);
  const own = (await listed?.places?.())?.places ?? null;
  const places = own ?? (artifact.index !== null && listed?.format.isText ? textIn(artifact.format) : null);
  if (!places) throw new FailureError(words.failure("no-places", { format: artifact.format.toUpperCase() }, { at: ["from"] }));
  return { artifact, bytes: await bytesOf(artifact, fileOf(artifact), inflate), reader: places };
}

/** Parts of an archive are read by range where they lie in it. */
async function bytesOf({ file, part, index }: IndexedFile, source: ByteSource, inflate: Inflate): Promise<FileBytes> {
  if (part === null) return { file: source, index: null, inflate };
  const parts = await archiveParts(source, file.name, inflate);
  const within = (name: string): ByteSource => {
    const found = parts.source(name);
    if (!found) throw new FailureError(words.failure("part-gone", { name: file.name, part: name }));
    return found;
  };
  return { file: within(part), index: index === null ? null : within(index), inflate };
}

/** Lines of a place by the reader of their format. */
const textIn = (format: string): PlacesReader =>
  placesOfText(async (bytes, name) => {
    const read = async (start: number, end: number): Promise<Uint8Array> => bytes.subarray(start, end);
    const { content } = await readFile({ size: bytes.length, read, stream: () => inOne(bytes) }, name, {
      format,
      matrix: "table",
    });
    return content.shape === "whole" ? content.artifact : content.shape === "table" ? content.table : noTable(format);
  });

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const noTable = (format: string): never => {
  throw new FailureError(words.failure("no-places", { format: format.toUpperCase() }, { at: ["from"] }));
};
