// What a zip archive holds, by its directory at the end (APPNOTE 6.3.10 §4.3, zip64 too): nothing of its files is read. What
// could take memory or time without bound is refused here: sizes that lie, parts that overlap, what unpacks a thousandfold.

import type { ByteSource } from "../../base/byte-source.ts";
import { isPartOfSet } from "../../base/parts-of-set.ts";
import { words } from "../../formats/parts/words.ts";

export interface ZipEntry {
  /** Path with "/", without a leading one. */
  readonly name: string;
  /** 0: stored, 8: deflate; others are not unpacked. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Of its local header. */
  readonly at: number;
}

/** Beyond these an archive is no data set of a lab. */
const mostEntries = 10_000;
const mostTimes = 1_100;

const wide = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Files only, in the archive's order; folders and what systems leave behind are no parts. Fails with "load.zip-broken" and its like. */
export async function zipDirectory(source: ByteSource, name: string): Promise<readonly ZipEntry[]> {
  const tail = await source.read(Math.max(0, source.size - 65_557), source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let end = -1;
  for (let at = tail.length - 22; at >= 0 && end < 0; at--)
    if (view.getUint32(at, true) === 0x0605_4b50 && at + 22 + view.getUint16(at + 20, true) === tail.length) end = at;
  if (end < 0) return words.fail("zip-broken", { name });
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === 0x0706_4b50) {
    const place = wide(view, end - 12);
    const record = place + 56 <= source.size ? await source.read(place, place + 56) : new Uint8Array(0);
    const large = new DataView(record.buffer, record.byteOffset, record.byteLength);
    if (record.length < 56 || large.getUint32(0, true) !== 0x0606_4b50) return words.fail("zip-broken", { name });
    count = wide(large, 32);
    size = wide(large, 40);
    at = wide(large, 48);
  }
  if (count > mostEntries) return words.fail("zip-many", { name, count, most: mostEntries });
  if (at + size > source.size || size < count * 46) return words.fail("zip-broken", { name });
  const entries = entriesIn(await source.read(at, at + size), count, name);
  refuseLies(entries, at, name);
  return entries.filter((entry) => isPartOfSet(entry.name));
}

function entriesIn(bytes: Uint8Array, count: number, file: string): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  for (let nth = 0, at = 0; nth < count; nth++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x0201_4b50) return words.fail("zip-broken", { name: file });
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return words.fail("zip-broken", { name: file });
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const told = {
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    };
    entries.push({
      name: name.replaceAll("\\", "/").replace(/^\/+/, ""),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...wideSizes(told, view, at + 46 + nameLength, extraLength),
    });
    at = next;
  }
  return entries;
}

/** Sizes of 64 bits stand in an extra field, in this order and only where they are wanted. */
function wideSizes<T extends { size: number; packedSize: number; at: number }>(
  told: T,
  view: DataView,
  from: number,
  length: number,
): T {
  const found = { ...told };
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let place = at + 4;
      for (const field of ["size", "packedSize", "at"] as const) {
        if (told[field] !== 0xffff_ffff || place + 8 > at + 4 + size || place + 8 > from + length) continue;
        found[field] = wide(view, place);
        place += 8;
      }
    }
    at += 4 + size;
  }
  return found;
}

/** Parts that overlap are how a small archive unpacks to more than any machine holds. */
function refuseLies(entries: readonly ZipEntry[], directoryAt: number, file: string): void {
  const ordered = [...entries].sort((a, b) => a.at - b.at);
  ordered.forEach((entry, nth) => {
    const next = ordered[nth + 1]?.at ?? directoryAt;
    if (entry.at + 30 + entry.packedSize > next) words.fail("zip-broken", { name: file });
    if (entry.method === 0 && entry.size !== entry.packedSize) words.fail("zip-broken", { name: file });
    if (entry.size > entry.packedSize * mostTimes + 1024) words.fail("zip-bomb", { name: file, part: entry.name });
    if (entry.name.split("/").includes("..")) words.fail("zip-path", { name: file, part: entry.name });
  });
}
