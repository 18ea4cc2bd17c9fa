// The beginning of a file, unpacked where it is gzip, and what it is taken for.

import type { ByteSource } from "../base/byte-source.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { inflateGzip, isGzip } from "../formats/parts/gzip.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead, ReadTask } from "../contract/format.ts";
import { recogniseHead, type Recognised } from "./recognise.ts";

export type Compression = "none" | "gzip" | "bgzf";

export interface OpenedFile extends Pick<ReadTask, "open" | "fraction"> {
  readonly head: FileHead;
  readonly recognised: Recognised;
  readonly compression: Compression;
}

/** Enough to tell what a file is. */
const headSize = 1 << 16;

export async function openFile(source: ByteSource, name: string, inflate: Inflate = inflateGzip): Promise<OpenedFile> {
  const first = await source.read(0, Math.min(source.size, headSize));
  let read = 0;
  const plain = async function* (): AsyncIterable<Uint8Array> {
    read = 0;
    for await (const chunk of source.stream()) {
      read += chunk.length;
      yield chunk;
    }
  };
  const fraction = (): number | null => (source.size > 0 ? read / source.size : null);
  if (!isGzip(first)) {
    // Names of the streams of a compound file stand anywhere in it.
    const isCompound = first[0] === 0xd0 && first[1] === 0xcf;
    const enough = isCompound ? await source.read(0, Math.min(source.size, 1 << 26)) : first;
    const head = fileHead(enough, name, enough.length === source.size);
    return { head, recognised: recogniseHead(head), compression: "none", open: plain, fraction };
  }
  const open = (): AsyncIterable<Uint8Array> => inflate(plain());
  const beginning: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  for await (const chunk of open()) {
    beginning.push(chunk);
    size += chunk.length;
    if (size < headSize) continue;
    isWhole = false;
    break;
  }
  const head = fileHead(joined(beginning, size), name.replace(/\.b?gz$/i, ""), isWhole);
  const isBlocked = ((first[3] ?? 0) & 4) !== 0 && first[12] === 0x42 && first[13] === 0x43;
  return { head, recognised: recogniseHead(head), compression: isBlocked ? "bgzf" : "gzip", open, fraction };
}

export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
