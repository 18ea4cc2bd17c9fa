// Unpacking Zstandard (RFC 8878) while it streams: frames one after another, skippable ones passed over, checksums compared.
// The blocks are unpacked by fzstd; where frames begin and end, how much memory they ask for, and whether all of them is there
// is read here, since the library takes what it is told.

import type { Decompress } from "fzstd";
import { FailureError } from "../../../base/failure.ts";
import { ByteQueue } from "./byte-queue.ts";
import { EmptyParts } from "./empty-parts.ts";
import { words } from "./words.ts";
import { Xxh64 } from "./xxh64.ts";

/** What zstd itself unpacks without being told to (--long=27). */
const largestWindow = 1 << 27;
const packing = "Zstandard";

export async function* unpackZstd(packed: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  const fzstd = await import("fzstd");
  const queue = new ByteQueue(packed);
  const broken = (detail: string, cause?: unknown): never => {
    throw new FailureError(words.failure("broken", { name, packing, detail }), { cause });
  };
  const take = async (size: number): Promise<Uint8Array> => (await queue.take(size)) ?? broken("the end is missing");
  const empty = new EmptyParts();
  try {
    for (;;) {
      const magic = await queue.peek(4);
      if (magic.length === 0) return;
      if (empty.areTooMany) broken(empty.detail);
      empty.begin();
      const word = wordAt(await take(4), 0);
      if (word >>> 4 === 0x184d2a5) {
        for (let left = wordAt(await take(4), 0); left > 0; ) {
          const size = Math.min(left, 1 << 20);
          await take(size);
          left -= size;
        }
        continue;
      }
      if (word !== 0xfd2fb528) return broken("other bytes stand behind a frame");
      const header = headerOf(await queue.peek(14), name, broken);
      const bytes = (await take(header.size)).slice();
      for await (const chunk of frame(new fzstd.Decompress(), { ...header, bytes }, take, broken)) {
        empty.met(chunk.length);
        yield chunk;
      }
    }
  } finally {
    await queue.end();
  }
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;

type Broken = (detail: string, cause?: unknown) => never;
interface Header {
  /** Behind the magic number. */
  readonly size: number;
  readonly hasChecksum: boolean;
}

/** RFC 8878, 3.1.1.1. */
function headerOf(bytes: Uint8Array, name: string, broken: Broken): Header {
  const descriptor = bytes[0] ?? broken("the end is missing");
  if (descriptor & 8) return broken("a reserved bit is set");
  const isSingle = (descriptor & 32) !== 0;
  const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const size = 1 + (isSingle ? 0 : 1) + dictionary + sizeBytes;
  if (bytes.length < size) return broken("the end is missing");
  const at = 1 + (isSingle ? 0 : 1);
  if (bytes.subarray(at, at + dictionary).some((byte) => byte !== 0)) words.fail("dictionary", { name });
  const exponent = 10 + ((bytes[1] ?? 0) >> 3);
  const window = isSingle
    ? sizeOf(bytes.subarray(at + dictionary, size))
    : 2 ** exponent + (2 ** exponent / 8) * ((bytes[1] ?? 0) & 7);
  if (window > largestWindow) {
    const params = { name, mb: Math.ceil(window / 2 ** 20), most: largestWindow / 2 ** 20 };
    words.fail("window", params);
  }
  return { size, hasChecksum: (descriptor & 4) !== 0 };
}

function sizeOf(bytes: Uint8Array): number {
  let size = bytes.length === 2 ? 256 : 0;
  for (const [nth, byte] of bytes.entries()) size += byte * 256 ** nth;
  return size;
}

async function* frame(
  library: Decompress,
  header: Header & { readonly bytes: Uint8Array },
  take: (size: number) => Promise<Uint8Array>,
  broken: Broken,
): AsyncIterable<Uint8Array> {
  let made: Uint8Array[] = [];
  // The library keeps its last block to look back into: what is given on is a copy.
  library.ondata = (chunk) => void (chunk.length > 0 && made.push(chunk.slice()));
  const checksum = header.hasChecksum ? new Xxh64() : null;
  // To the library no frame has a checksum, which it would only pass over.
  header.bytes[0] = (header.bytes[0] ?? 0) & ~4;
  const push = (bytes: Uint8Array, isLast: boolean): void => {
    try {
      library.push(bytes, isLast);
    } catch (cause) {
      broken("a block is no block", cause);
    }
  };
  push(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...header.bytes), false);
  for (let isLast = false; !isLast; ) {
    const head = (await take(3)).slice();
    const word = wordAt(head, 0);
    isLast = (word & 1) === 1;
    const type = (word >> 1) & 3;
    const size = word >> 3;
    if (type === 3 || size > 1 << 17) return broken("a block is no block");
    const body = (await take(type === 1 ? 1 : size)).slice();
    push(head, false);
    push(body, isLast);
    for (const chunk of made) {
      checksum?.update(chunk);
      yield chunk;
    }
    made = [];
  }
  if (checksum && wordAt(await take(4), 0) !== checksum.digestLow()) broken("the checksum is another");
}
