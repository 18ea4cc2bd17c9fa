// How a file is packed, by its first bytes, and what comes out of it. What unpacks to a thousand times its size without an end is no data.

import type { Compression } from "../../../base/compressions.ts";
import type { Inflate } from "../../../contract/engines.ts";
import { letters, startsWith } from "../file-head.ts";
import { isGzip } from "../gzip.ts";
import { words } from "./words.ts";

export type Packing = Exclude<Compression, "zip" | "tar">;

/** `first`: 64 KiB are plenty; a second member of gzip that begins behind them is not seen, which changes no byte of what is read. */
export function packingOf(first: Uint8Array): Packing {
  if (isGzip(first)) return isBlocked(first) ? "bgzf" : hasSecondMember(first) ? "gzip-members" : "gzip";
  if (startsWith(first, 0x28, 0xb5, 0x2f, 0xfd) || isSkippable(first)) return "zstd";
  if (startsWith(first, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)) return "xz";
  const isBlock = startsWith(first.subarray(4), 0x31, 0x41, 0x59, 0x26, 0x53, 0x59);
  const isNothing = startsWith(first.subarray(4), 0x17, 0x72, 0x45, 0x38, 0x50, 0x90);
  return letters(first, "BZh") && (isBlock || isNothing) ? "bzip2" : "none";
}

/** A frame of Zstandard that is passed over, before one that is none (pzstd writes so). */
const isSkippable = (first: Uint8Array): boolean =>
  ((first[0] ?? 0) & 0xf0) === 0x50 &&
  startsWith(first.subarray(1), 0x2a, 0x4d, 0x18) &&
  startsWith(first.subarray(12), 0x28, 0xb5, 0x2f, 0xfd);

/** Blocks of bgzip say their size in an extra field (SAM specification, 4.1). */
const isBlocked = (first: Uint8Array): boolean => ((first[3] ?? 0) & 4) !== 0 && first[12] === 0x42 && first[13] === 0x43;

/** The head of a member, whose fields all are as they may be (RFC 1952, 2.3): chance makes one in 10^11 bytes. */
function hasSecondMember(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1f, 18); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    const [, magic, method, flags = 255, , , , , level = 255, system = 255] = bytes.subarray(at, at + 10);
    const isHead = magic === 0x8b && method === 8 && (flags & 0xe0) === 0 && [0, 2, 4].includes(level);
    if (isHead && (system <= 13 || system === 255) && at + 10 <= bytes.length) return true;
  }
  return false;
}

/** Below these nothing is called a bomb. */
const harmless = 64 * 2 ** 20;
const mostTimes = 1000;

/** Each reader of a packing is loaded when a file of it is met. */
export function unpacked(
  packed: AsyncIterable<Uint8Array>,
  packing: Packing,
  inflate: Inflate,
  name: string,
): AsyncIterable<Uint8Array> {
  if (packing === "none") return packed;
  let before = 0;
  const counted = async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of packed) {
      before += chunk.length;
      yield chunk;
    }
  };
  return (async function* () {
    let after = 0;
    for await (const chunk of await opened(counted(), packing, inflate, name)) {
      after += chunk.length;
      if (after > harmless && after > before * mostTimes) words.fail("bomb", { name, times: mostTimes });
      yield chunk;
    }
  })();
}

async function opened(
  packed: AsyncIterable<Uint8Array>,
  packing: Exclude<Packing, "none">,
  inflate: Inflate,
  name: string,
): Promise<AsyncIterable<Uint8Array>> {
  switch (packing) {
    case "zstd":
      return (await import("./zstd.ts")).unpackZstd(packed, name);
    case "bzip2":
      return (await import("./bzip2.ts")).unpackBzip2(packed, name);
    case "xz":
      return (await import("./xz.ts")).unpackXz(packed, name);
    default:
      return inflate(packed);
  }
}
