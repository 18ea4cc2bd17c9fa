// Blobs in memory, for tests and for scratch that must never touch a disk.

import { BlobMissing, type BlobStore } from "../blobs/blob-store.ts";

export function memoryStore(now: () => number = Date.now): BlobStore {
  const objects = new Map<string, { bytes: Uint8Array; writtenAt: number }>();
  const gather = async (parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, into: Uint8Array[]): Promise<void> => {
    for await (const part of parts) into.push(Uint8Array.from(part));
  };
  return {
    write: async (id, parts) => {
      const gathered: Uint8Array[] = [];
      await gather(parts, gathered);
      const bytes = Buffer.concat(gathered);
      objects.set(id, { bytes, writtenAt: now() });
      return bytes.length;
    },
    writeAt: async (id, at, parts) => {
      const before = objects.get(id)?.bytes ?? new Uint8Array(0);
      if (before.length < at) throw new BlobMissing(id);
      const gathered: Uint8Array[] = [before.subarray(0, at)];
      try {
        await gather(parts, gathered);
      } finally {
        objects.set(id, { bytes: Buffer.concat(gathered), writtenAt: now() });
      }
      return objects.get(id)?.bytes.length ?? 0;
    },
    read: async (id, start, end) => {
      const object = objects.get(id);
      if (!object) throw new BlobMissing(id);
      return Uint8Array.from(object.bytes.subarray(start, end));
    },
    size: async (id) => objects.get(id)?.bytes.length ?? null,
    delete: async (id) => {
      objects.delete(id);
    },
    list: async function* () {
      for (const [id, { bytes, writtenAt }] of objects) yield { id, size: bytes.length, writtenAt };
    },
  };
}
