// Files packed in blocks (BGZF; SAM specification 1.6, section 4.1), unpacked by ranges: each block unpacks by itself, so a place
// in the middle is read without what stands before it. Blocks are measured before they are unpacked: what lies about its
// length takes no memory.

import { unzip } from "@gmod/bgzf-filehandle";
import type { ByteSource } from "../../../base/byte-source.ts";
import { crc32 } from "../../../base/crc32.ts";
import { joined } from "../../../base/joined-bytes.ts";
import { workAhead } from "../../../base/work-ahead.ts";
import type { Inflate } from "../../../contract/engines.ts";
import { words } from "./words.ts";

/**
 * Where something stands in such a file: the byte at which its block begins, times 65,536, and its place in the unpacked
 * block (section 4.1.1). A number is exact up to files of 128 GB.
 */
export type VirtualOffset = number;
export const blockOf = (offset: VirtualOffset): number => Math.floor(offset / 65536);
export const withinBlock = (offset: VirtualOffset): number => offset % 65536;

/** Packed bytes that are read at once. */
const pieceBytes = 1 << 20;
/** Packed and unpacked bytes that are unpacked at once: in so many at least one of the two is. */
const partBytes = { packed: 1 << 17, unpacked: 1 << 20 };
/** Parts that other threads unpack while the one before them is at work. */
const partsAhead = 2;
/** A block says its length in two bytes. */
const largestBlock = 1 << 16;

interface Block {
  readonly packed: number;
  readonly unpacked: number;
}

/** The block at a place; null: it goes on behind these bytes. Throws where there is no block. */
function blockAt(bytes: Uint8Array, at: number, fail: () => never): Block | null {
  if (at + 18 > bytes.length) return null;
  if (!isBlock(bytes, at)) fail();
  const extra = u16(bytes, at + 10);
  const end = at + 12 + extra;
  if (end > bytes.length) return null;
  for (let field = at + 12; field + 4 <= end; field += 4 + u16(bytes, field + 2)) {
    if (bytes[field] !== 0x42 || bytes[field + 1] !== 0x43) continue;
    const packed = u16(bytes, field + 4) + 1;
    if (packed < 12 + extra + 8) fail();
    if (at + packed > bytes.length) return null;
    const unpacked = u16(bytes, at + packed - 4) + u16(bytes, at + packed - 2) * 65536;
    if (unpacked > largestBlock) fail();
    return { packed, unpacked };
  }
  return fail();
}

/** By the first bytes of its header: gzip with an extra field. */
const isBlock = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && ((bytes[at + 3] as number) & 4) !== 0;

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] as number) | ((bytes[at + 1] as number) << 8);

export interface UnpackOptions {
  readonly name: string;
  /** Absent: from the beginning. */
  readonly from?: VirtualOffset;
  /** Absent: to the end. */
  readonly to?: VirtualOffset;
  readonly signal?: AbortSignal | undefined;
  /** By its `members`, ahead of whoever asks; absent: on this thread. */
  readonly inflate?: Inflate | undefined;
  /** Little of it is wanted: nothing is unpacked ahead. */
  readonly isBeginning?: boolean;
  /** Packed bytes that have been unpacked. */
  read?(bytes: number): void;
}

/** Whole blocks one behind another, and which of the bytes that they unpack to are wanted. */
interface Part {
  readonly bytes: Uint8Array;
  /** Of the first block in the file. */
  readonly begins: number;
  /** Of all that they unpack to. */
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** What stands between two places, unpacked, in pieces of whole blocks; the next are read and unpacked while one is at work. */
export async function* unpacked(source: ByteSource, options: UnpackOptions): AsyncGenerator<Uint8Array> {
  const { name, inflate } = options;
  const members = inflate?.members;
  const work = async (part: Part) => ({ part, whole: await unpackedBlocks(part, members ?? unpackedHere, name) });
  for await (const { part, whole } of workAhead(
    partsOf(source, options),
    work,
    members && !options.isBeginning ? partsAhead : 0,
  )) {
    options.read?.(part.bytes.length);
    if (part.from < part.to) yield whole.subarray(part.from, part.to);
  }
}

async function* partsOf(source: ByteSource, options: UnpackOptions): AsyncGenerator<Part> {
  const { name, from = 0, to = Number.POSITIVE_INFINITY, signal } = options;
  const lastBlock = to === Number.POSITIVE_INFINITY ? source.size : blockOf(to);
  const end = Math.min(source.size, lastBlock + (withinBlock(to) > 0 ? largestBlock : 0));
  let at = blockOf(from);
  let skip = withinBlock(from);
  // Whoever reads a header needs little; whoever reads a place says where it ends.
  let step = to === Number.POSITIVE_INFINITY ? largestBlock : pieceBytes;
  const readFrom = (start: number): Promise<Uint8Array> | null =>
    start < end ? source.read(start, Math.min(end, start + step)) : null;
  let next = readFrom(at);
  let rest = new Uint8Array(0);
  /** Where `rest` begins in the file. */
  let begins = at;
  while (next) {
    const more = await next;
    const bytes = joined([rest, more], rest.length + more.length);
    signal?.throwIfAborted();
    at = begins + bytes.length;
    step = Math.min(pieceBytes, step * 2);
    next = readFrom(at);
    next?.catch(() => {});
    let used = 0;
    for (;;) {
      const { packed, length, cut, isLast } = blocksIn(bytes.subarray(used), begins + used, lastBlock, withinBlock(to), name);
      if (packed > 0) {
        const first = Math.min(skip, length);
        skip -= first;
        yield { bytes: bytes.subarray(used, used + packed), begins: begins + used, length, from: first, to: cut ?? length };
      }
      if (isLast) return;
      if (packed === 0) break;
      used += packed;
    }
    rest = bytes.slice(used);
    begins += used;
    if (used === 0 && bytes.length >= largestBlock) words.fail("block-broken", { name, byte: begins });
  }
  if (rest.length > 0 && end === source.size) words.fail("block-broken", { name, byte: begins });
}

/** Blocks at the front of these bytes, as many as are a part. `cut`: where the last place stands among what they unpack to. */
function blocksIn(bytes: Uint8Array, begins: number, lastBlock: number, within: number, name: string) {
  let packed = 0;
  let length = 0;
  const fail = (): never =>
    isBlock(bytes, packed)
      ? words.fail("block-broken", { name, byte: begins + packed })
      : words.fail("not-blocks", { name, byte: begins + packed });
  while (packed < bytes.length && packed < partBytes.packed && length < partBytes.unpacked) {
    const isEnd = begins + packed >= lastBlock;
    if (isEnd && within === 0) return { packed, length, cut: null, isLast: true };
    const block = blockAt(bytes, packed, fail);
    if (!block) break;
    if (isEnd) return { packed: packed + block.packed, length: length + block.unpacked, cut: length + within, isLast: true };
    packed += block.packed;
    length += block.unpacked;
  }
  return { packed, length, cut: null, isLast: false };
}

async function unpackedBlocks(
  { bytes, begins, length }: Part,
  unpack: (packed: Uint8Array, length: number) => Promise<Uint8Array | null>,
  name: string,
): Promise<Uint8Array> {
  let whole: Uint8Array | null = null;
  try {
    whole = await unpack(bytes, length);
  } catch {
    whole = null;
  }
  return whole !== null && whole.length === length ? whole : words.fail("block-broken", { name, byte: begins });
}

/** By the library of blocks, which passes over their sums (RFC 1952, section 2.3.1): damaged bytes would be taken for good ones. */
async function unpackedHere(packed: Uint8Array): Promise<Uint8Array | null> {
  const whole = (await unzip(packed)) as Uint8Array;
  for (let at = 0, from = 0; at < packed.length; ) {
    const block = blockAt(packed, at, () => {
      throw new RangeError("blocks were measured before");
    });
    if (!block) return null;
    at += block.packed;
    const sum = (u16(packed, at - 8) | (u16(packed, at - 6) << 16)) >>> 0;
    if (crc32(whole.subarray(from, from + block.unpacked)) !== sum) return null;
    from += block.unpacked;
  }
  return whole;
}

/** All of a small file of blocks. `most`: unpacked bytes beyond which it is refused as damaged. */
export async function unpackedWhole(source: ByteSource, name: string, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpacked(source, { name })) {
    size += piece.length;
    if (size > most) words.fail("block-broken", { name, byte: 0 });
    pieces.push(piece);
  }
  return joined(pieces, size);
}
