// Unpacking xz while it streams (The .xz File Format 1.2.1): streams one after another with zeros between them, blocks packed by
// LZMA2, checksums of headers and blocks compared, and the index at the end, which says whether all blocks are there.

import { sha256 } from "@noble/hashes/sha2.js";
import { crc32 } from "../../../base/crc32.ts";
import { FailureError } from "../../../base/failure.ts";
import { ByteQueue } from "./byte-queue.ts";
import { Crc64 } from "./crc64.ts";
import { Lzma2, LzmaDamage } from "./lzma2.ts";
import { EmptyParts } from "./empty-parts.ts";
import { words } from "./words.ts";

const packing = "xz";
/** Twice what `xz -9` asks for. */
const largestDictionary = 1 << 27;
const lzma2 = 0x21;
/** By the id of a check (2.1.1.2). */
const checkSizes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64] as const;

export async function* unpackXz(packed: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const queue = new ByteQueue(packed);
  const reader = new Reader(queue, name);
  const empty = new EmptyParts();
  try {
    for (let streams = 0; await reader.isThereAnother(streams > 0); streams++) {
      if (empty.areTooMany) reader.broken(empty.detail);
      empty.begin();
      for await (const chunk of stream(reader)) {
        empty.met(chunk.length);
        yield chunk;
      }
    }
  } catch (error) {
    if (error instanceof LzmaDamage) reader.broken(error.message, error);
    throw error;
  } finally {
    await queue.end();
  }
}

class Reader {
  readonly queue: ByteQueue;
  readonly name: string;

  constructor(queue: ByteQueue, name: string) {
    this.queue = queue;
    this.name = name;
  }

  broken(detail: string, cause?: unknown): never {
    throw new FailureError(words.failure("broken", { name: this.name, packing, detail }), { cause });
  }

  /** A copy. */
  async take(size: number): Promise<Uint8Array> {
    return ((await this.queue.take(size)) ?? this.broken("the end is missing")).slice();
  }

  async byte(): Promise<number> {
    return (await this.take(1))[0] as number;
  }

  async isThereAnother(isFurther: boolean): Promise<boolean> {
    for (;;) {
      const next = await this.queue.peek(4);
      if (next.length === 0) return false;
      if (!isFurther || next.some((byte) => byte !== 0) || next.length < 4) return true;
      this.queue.skip(4);
    }
  }

  /** Bytes up to a multiple of four, all of them zero. */
  async padding(size: number): Promise<void> {
    const bytes = await this.take((4 - (size % 4)) % 4);
    if (bytes.some((byte) => byte !== 0)) this.broken("the padding is none");
  }
}

const wordAt = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

async function* stream(reader: Reader): AsyncIterable<Uint8Array> {
  const header = await reader.take(12);
  const isMagic = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0].every((byte, at) => header[at] === byte);
  if (!isMagic || crc32(header.subarray(6, 8)) !== wordAt(header, 8)) reader.broken("other bytes stand where it begins");
  const check = (header[7] ?? 0) & 15;
  const sizes: (readonly [unpadded: number, size: number])[] = [];
  for (;;) {
    const first = await reader.byte();
    if (first === 0) break;
    yield* block(reader, first, check, sizes);
  }
  await index(reader, sizes);
  const footer = await reader.take(12);
  const isFooter = footer[10] === 0x59 && footer[11] === 0x5a && crc32(footer.subarray(4, 10)) === wordAt(footer, 0);
  if (!isFooter || footer[9] !== header[7]) reader.broken("the footer is none");
}

/** 3.1: the header's filters; LZMA2 alone is read. Gives the size of the dictionary. */
function dictionaryOf(header: Uint8Array, reader: Reader): number {
  const flags = header[1] ?? 0;
  if (flags & 0x3c) reader.broken("a reserved bit is set");
  let at = 2;
  for (const bit of [0x40, 0x80]) if (flags & bit) while ((header[at++] ?? 0) >= 128);
  if ((flags & 3) !== 0 || header[at] !== lzma2 || header[at + 1] !== 1)
    words.fail("method", { name: reader.name, packing, detail: `filter ${header[at] ?? 0}` });
  const bits = header[at + 2] ?? 0;
  const size = bits > 40 ? Number.POSITIVE_INFINITY : bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
  if (size > largestDictionary) {
    const mb = Math.min(4096, Math.ceil(size / 2 ** 20));
    words.fail("window", { name: reader.name, mb, most: largestDictionary / 2 ** 20 });
  }
  return size;
}

async function* block(
  reader: Reader,
  first: number,
  check: number,
  sizes: (readonly [unpadded: number, size: number])[],
): AsyncIterable<Uint8Array> {
  const headerSize = (first + 1) * 4;
  const header = Uint8Array.of(first, ...(await reader.take(headerSize - 1)));
  if (crc32(header.subarray(0, -4)) !== wordAt(header, headerSize - 4)) reader.broken("the header of a block is another");
  const decoder = new Lzma2(dictionaryOf(header, reader));
  const begins = reader.queue.taken;
  const sum = checkOf(check);
  let size = 0;
  for (;;) {
    const control = await reader.byte();
    if (control === 0) break;
    const head = await reader.take(Lzma2.headSize(control));
    const told = Lzma2.sizes(control, head);
    const out = decoder.chunk(control, head, await reader.take(told.packed), told.size);
    sum.update(out);
    size += out.length;
    yield out.slice();
  }
  const packedSize = reader.queue.taken - begins;
  await reader.padding(packedSize);
  const checkSize = checkSizes[check] as number;
  const told = await reader.take(checkSize);
  const found = sum.digest();
  if (found && found.some((byte, at) => byte !== told[at])) reader.broken("the checksum is another");
  sizes.push([headerSize + packedSize + checkSize, size]);
}

interface Check {
  update(bytes: Uint8Array): void;
  /** Null: a check that nobody knows; the index still says how long everything is. */
  digest(): Uint8Array | null;
}

function checkOf(id: number): Check {
  if (id === 1) {
    let crc = 0;
    return {
      update: (bytes) => void (crc = crc32(bytes, crc)),
      digest: () => Uint8Array.from([0, 8, 16, 24], (bits) => crc >>> bits),
    };
  }
  if (id === 4) return new Crc64();
  if (id === 10) {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  }
  return { update: () => undefined, digest: () => null };
}

/** 4: every block with its sizes. */
async function index(reader: Reader, sizes: readonly (readonly [number, number])[]): Promise<void> {
  const expected = [sizes.length, ...sizes.flat()];
  const bytes = [0];
  for (const value of expected) {
    let found = 0;
    for (let nth = 0; ; nth++) {
      const byte = await reader.byte();
      bytes.push(byte);
      found += (byte & 127) * 128 ** nth;
      if (byte < 128 || nth > 8) break;
    }
    if (found !== value) reader.broken("blocks are missing");
  }
  const padding = (4 - (bytes.length % 4)) % 4;
  bytes.push(...(await reader.take(padding)));
  if (crc32(Uint8Array.from(bytes)) !== wordAt(await reader.take(4), 0)) reader.broken("the index is another");
}
