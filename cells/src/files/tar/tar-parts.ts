// The files of a tar archive, each as a source of bytes that is read by range where it lies. One that is packed as a whole (tar.gz)
// has no places in it: it is unpacked into memory once, up to a size.

import type { ByteSource } from "../../base/byte-source.ts";
import type { Inflate } from "../../contract/engines.ts";
import type { FileParts } from "../../contract/format.ts";
import { packingOf, unpacked } from "../../formats/parts/packing/unpacked.ts";
import { words } from "../../formats/parts/words.ts";
import { withoutPacking } from "../without-packing.ts";
import { tarEntries } from "./tar-entries.ts";

/** Unpacked; larger ones are to be unpacked into a folder, or packed as zip. */
export const largestHeld = 256 * 2 ** 20;

/** `most`: bytes that may be held of one that is packed. */
export async function tarParts(source: ByteSource, name: string, inflate: Inflate, most = largestHeld): Promise<FileParts> {
  const plain = await withoutItsPacking(source, name, inflate, most);
  const entries = await tarEntries(plain, name);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const twice = entries.find((entry) => byName.get(entry.name) !== entry);
  if (twice) words.fail("zip-twice", { name, part: twice.name });
  const sourceOf = (part: string): ByteSource | null => {
    const entry = byName.get(part);
    return entry ? within(plain, entry.at, entry.size) : null;
  };
  return {
    names: [...byName.keys()].sort(),
    source: sourceOf,
    open: (part) => withoutPacking(sourceOf(part), inflate, part),
  };
}

async function withoutItsPacking(source: ByteSource, name: string, inflate: Inflate, most: number): Promise<ByteSource> {
  const packing = packingOf(await source.read(0, Math.min(source.size, 1 << 16)));
  if (packing === "none") return source;
  return inMemory(unpacked(source.stream(), packing, inflate, name), name, most);
}

const within = (source: ByteSource, start: number, size: number): ByteSource => {
  const read = (from: number, to: number): Promise<Uint8Array> => {
    const end = Math.min(to, size);
    return end <= from ? Promise.resolve(new Uint8Array(0)) : source.read(start + from, start + end);
  };
  return {
    size,
    read,
    async *stream() {
      for (let at = 0; at < size; at += 1 << 20) yield await read(at, at + (1 << 20));
    },
  };
};

/** Its pieces as they came, not copied into one. */
async function inMemory(chunks: AsyncIterable<Uint8Array>, name: string, most: number): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  const starts: number[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    pieces.push(chunk.slice());
    starts.push(size);
    size += chunk.length;
    if (size > most) words.fail("tar-large", { name, mb: largestHeld >> 20 });
  }
  const pieceAt = (place: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const end = Math.min(to, size);
    const all = new Uint8Array(Math.max(0, end - from));
    for (let at = from, nth = pieceAt(from); at < end; nth++) {
      const piece = pieces[nth] as Uint8Array;
      const start = starts[nth] as number;
      const taken = piece.subarray(at - start, end - start);
      all.set(taken, at - from);
      at += taken.length;
    }
    return all;
  };
  return {
    size,
    read,
    async *stream() {
      yield* pieces;
    },
  };
}
