// The beginning of a file, unpacked where it is gzip, and what it is taken for.

import type { ByteSource } from "../base/byte-source.ts";
import { isHdf5 } from "../formats/parts/hdf5/names-inside.ts";
import { namesInFile } from "../formats/parts/hdf5/pieces.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { inflateGzip, isGzip } from "../formats/parts/gzip.ts";
import type { Inflate } from "../contract/engines.ts";
import type { Encoding, FileHead, ReadTask } from "../contract/format.ts";
import type { Compression } from "../base/compressions.ts";
import { transcoded } from "../formats/parts/encodings/transcode.ts";
import { wideEncoding } from "../formats/parts/file-head.ts";
import { recogniseHead, type Recognised } from "./recognise.ts";

export interface OpenedFile extends Pick<ReadTask, "open" | "fraction"> {
  readonly head: FileHead;
  readonly recognised: Recognised;
  readonly compression: Compression;
  /** Of a text that is no UTF-8: that which was set, or UTF-16 that was found. */
  readonly encoding: Encoding | null;
}

/** Enough to tell what a file is. */
const headSize = 1 << 16;

/** `encoding`: that which was set. */
export async function openFile(
  source: ByteSource,
  name: string,
  inflate: Inflate = inflateGzip,
  encoding: Encoding | null = null,
): Promise<OpenedFile> {
  const opened = await openBytes(source, name, inflate);
  const found = encoding ?? wideEncoding(opened.head.bytes, opened.head.isWhole);
  return found === null || found === "utf-8" ? { ...opened, encoding: found } : inEncoding(opened, found);
}

/** The file as the text that it is in an encoding. */
export async function inEncoding(opened: Omit<OpenedFile, "encoding">, encoding: Encoding): Promise<OpenedFile> {
  const { bytes, isWhole, name } = opened.head;
  // Half a letter at the end of the beginning is left out.
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  const head = fileHead(new TextEncoder().encode(text), name, isWhole);
  return { ...opened, head, recognised: recogniseHead(head), encoding, open: () => transcoded(opened.open(), encoding) };
}

async function openBytes(source: ByteSource, name: string, inflate: Inflate): Promise<Omit<OpenedFile, "encoding">> {
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
    const isWhole = enough.length === source.size;
    const inside = isHdf5(first) && !isWhole ? await namesInFile(source, first) : null;
    const head = fileHead(enough, name, isWhole, inside);
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
