// The files of a zip archive, each as a source of bytes: what is stored is read by range where it lies, what is packed is
// unpacked as it streams, and as a whole where somebody wants a range of it.

import type { ByteSource } from "../../base/byte-source.ts";
import { crc32 } from "../../base/crc32.ts";
import { FailureError } from "../../base/failure.ts";
import type { Inflate } from "../../contract/engines.ts";
import type { FileParts } from "../../contract/format.ts";
import { withoutPacking } from "../without-packing.ts";
import { isZarr } from "../../formats/parts/is-zarr.ts";
import { words } from "../../formats/parts/words.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

/** Unpacked to be read by range; larger ones are to be stored unpacked in their archive. */
const largestHeld = 256 * 2 ** 20;

export async function zipParts(source: ByteSource, name: string, inflate: Inflate): Promise<FileParts> {
  const entries = await zipDirectory(source, name);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  // Zarr writes what changed anew at the end of its archive: the last of a name counts.
  if (byName.size < entries.length && !isZarr([...byName.keys()])) words.fail("zip-twice", { name, part: twice(entries) });
  const sourceOf = (part: string): ByteSource | null => {
    const entry = byName.get(part);
    return entry ? entrySource(source, entry, name) : null;
  };
  return {
    names: [...byName.keys()].sort(),
    source: sourceOf,
    open: (part) => withoutPacking(sourceOf(part), inflate, part),
  };
}

const twice = (entries: readonly ZipEntry[]): string =>
  entries.find((entry, at) => entries.findIndex((other) => other.name === entry.name) < at)?.name ?? "";

function entrySource(source: ByteSource, entry: ZipEntry, name: string): ByteSource {
  let begins: Promise<number> | null = null;
  // Where its bytes begin stands behind the local header, whose extra field may be another than the directory's.
  const start = (): Promise<number> => {
    begins ??= source.read(entry.at, entry.at + 30).then((head) => {
      const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
      if (head.length < 30 || view.getUint32(0, true) !== 0x0403_4b50) return words.fail("zip-broken", { name });
      const at = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
      return at + entry.packedSize > source.size ? words.fail("zip-broken", { name }) : at;
    });
    return begins;
  };
  const refuse = (): void => {
    if (entry.isEncrypted) words.fail("zip-encrypted", { name, part: entry.name });
    if (entry.method !== 0 && entry.method !== 8) words.fail("zip-method", { name, part: entry.name, method: entry.method });
  };
  const lying = async function* (): AsyncIterable<Uint8Array> {
    const from = await start();
    for (let at = from; at < from + entry.packedSize; at += 1 << 20)
      yield await source.read(at, Math.min(from + entry.packedSize, at + (1 << 20)));
  };
  const stream = async function* (): AsyncIterable<Uint8Array> {
    refuse();
    let crc = 0;
    let size = 0;
    for await (const chunk of entry.method === 0 ? lying() : inflated(lying(), name, entry.name)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      if (size > entry.size) words.fail("zip-broken", { name });
      yield chunk;
    }
    if (size !== entry.size || crc !== entry.crc) words.fail("zip-part-broken", { name, part: entry.name });
  };
  if (entry.method === 0) {
    const read = async (from: number, to: number): Promise<Uint8Array> => {
      refuse();
      const at = await start();
      const end = Math.min(to, entry.size);
      return end <= from ? new Uint8Array(0) : source.read(at + from, at + end);
    };
    return { size: entry.size, read, stream };
  }
  let held: Promise<Uint8Array> | null = null;
  const whole = (): Promise<Uint8Array> => {
    if (entry.size > largestHeld) words.fail("zip-large", { name, part: entry.name, mb: Math.round(largestHeld / 2 ** 20) });
    held ??= (async () => {
      const all = new Uint8Array(entry.size);
      let at = 0;
      for await (const chunk of stream()) {
        all.set(chunk, at);
        at += chunk.length;
      }
      return all;
    })();
    return held;
  };
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    // The beginning is asked for often, and costs no more than itself.
    if (from === 0 && to <= 1 << 16 && held === null) return beginning(stream(), Math.min(to, entry.size));
    return (await whole()).subarray(from, Math.min(to, entry.size));
  };
  return { size: entry.size, read, stream };
}

async function beginning(stream: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
  const first = new Uint8Array(size);
  let at = 0;
  if (size === 0) return first;
  for await (const chunk of stream) {
    const taken = chunk.subarray(0, size - at);
    first.set(taken, at);
    at += taken.length;
    if (at === size) break;
  }
  return first.subarray(0, at);
}

async function* inflated(packed: AsyncIterable<Uint8Array>, name: string, part: string): AsyncIterable<Uint8Array> {
  const iterator = packed[Symbol.asyncIterator]();
  let failedBelow: unknown = null;
  const input = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value.slice());
      } catch (error) {
        failedBelow = error;
        controller.error(error);
      }
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  const reader = input.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (;;) {
      const next = await reader.read().catch((cause: unknown) => {
        if (failedBelow) throw failedBelow;
        throw new FailureError(words.failure("zip-part-broken", { name, part }), { cause });
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
