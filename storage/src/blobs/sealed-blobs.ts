// Bytes of labs, encrypted above a blob store: a key per blob, wrapped by the lab's key. Whoever has a lab's result, file
// or artifact to keep puts it here; whoever may read it opens it as a ByteSource and reads ranges.

import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "../database.ts";
import { blobs } from "../schema/index.ts";
import { BlobDamaged, BlobMissing, type BlobStore } from "./blob-store.ts";
import { newKey, unwrapKey, wrapKey } from "./key-wrap.ts";
import { blobPurpose, type LabKeys } from "./lab-keys.ts";
import {
  header,
  openSegment,
  plainPerSegment,
  sealedSize,
  sealStream,
  segmentCount,
  segmentSize,
  segmentStart,
} from "./segments.ts";

export interface BlobRecord {
  readonly id: string;
  readonly lab: string;
  /** Plain bytes. */
  readonly size: number;
  /** sha256 of the plain bytes. */
  readonly digest: string;
}

export interface SealedBlobs {
  /**
   * Encrypts and stores bytes of a lab. The bytes are on disk when this settles; the row belongs to the caller's
   * transaction, and bytes without a row are swept up a day later.
   */
  put(
    executor: Executor,
    owner: { readonly lab: string; readonly site?: string },
    content: Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<BlobRecord>;
  /** Opens a blob for reading by ranges; rejects with BlobMissing where there is none (any more). */
  open(executor: Executor, id: string): Promise<ByteSource & BlobRecord>;
}

export const newBlobId = (): string => newId("blob", systemRandom);

export function openSealedBlobs(store: BlobStore, keys: LabKeys, now: () => number): SealedBlobs {
  return {
    put: async (executor, { lab, site }, content) => {
      const id = newBlobId();
      const labKey = await keys.current(executor, lab);
      const key = newKey();
      const hash = createHash("sha256");
      let size = 0;
      await store.write(
        id,
        sealStream(key, id, content instanceof Uint8Array ? [content] : content, (bytes) => {
          hash.update(bytes);
          size += bytes.length;
        }),
      );
      const record: BlobRecord = { id, lab, size, digest: hash.digest("hex") };
      await executor.insert(blobs).values({
        ...record,
        site: site ?? "",
        labKey: labKey.id,
        wrappedKey: wrapKey(labKey.key, key, blobPurpose(lab, id)),
        createdAt: now(),
      });
      return record;
    },

    open: async (executor, id) => {
      const [row] = await executor.select().from(blobs).where(eq(blobs.id, id));
      if (!row) throw new BlobMissing(id);
      const labKey = await keys.byId(executor, row.labKey);
      const key = unwrapKey(labKey.key, row.wrappedKey, blobPurpose(row.lab, id));
      const record = { id, lab: row.lab, digest: row.digest };
      return { ...record, ...(await sealedSource(store, { blob: id, key, size: row.size })) };
    },
  };
}

/** Plain ranges of a sealed object; checks header and length at once, each segment as it is read. */
export async function sealedSource(
  store: BlobStore,
  sealed: { readonly blob: string; readonly key: Uint8Array; readonly size: number },
): Promise<ByteSource> {
  const { blob, key, size } = sealed;
  const found = await store.size(blob);
  if (found === null) throw new BlobMissing(blob);
  if (found !== sealedSize(size)) throw new BlobDamaged(blob, `it has ${found} bytes where ${sealedSize(size)} were written`);
  const start = await store.read(blob, 0, header.length);
  if (Buffer.compare(start, header) !== 0) throw new BlobDamaged(blob, "its header is not ours");
  const count = segmentCount(size);

  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const begin = Math.max(0, Math.min(from, size));
    const end = Math.max(begin, Math.min(to, size));
    // An empty file still has its one segment, which says that it is empty.
    if (begin === end && size > 0) return new Uint8Array(0);
    const first = Math.floor(begin / plainPerSegment);
    const last = Math.max(first, Math.ceil(end / plainPerSegment) - 1);
    const bytes = await store.read(blob, segmentStart(first), segmentStart(last + 1));
    const plain: Uint8Array[] = [];
    for (let index = first; index <= last; index++) {
      const at = (index - first) * segmentSize;
      plain.push(
        openSegment(key, blob, index, index === count - 1, bytes.subarray(at, Math.min(at + segmentSize, bytes.length))),
      );
    }
    const all = plain.length === 1 ? (plain[0] as Uint8Array) : Buffer.concat(plain);
    return all.subarray(begin - first * plainPerSegment, end - first * plainPerSegment);
  };

  const perRead = 16 * plainPerSegment;
  return {
    size,
    read,
    stream: async function* () {
      if (size === 0) await read(0, 0);
      for (let at = 0; at < size; at += perRead) yield await read(at, at + perRead);
    },
  };
}
