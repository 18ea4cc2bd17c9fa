// Uploads that go on where they stopped, sealed part by part as they arrive: no plain byte ever lies on the disk. What
// grows is already the final blob (segments.ts); what does not fill a segment yet lies beside it as a sealed tail.
//
// Every few megabytes are a step: segments written and synced, then the tail, then the row with the new offset. A crash
// between any two leaves an older offset whose tail is still there, and what was written behind it is written again.
// Memory: one step and the chunk at hand, whatever the size of the file.

import { createHash, type Hash } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Database, Executor } from "../database.ts";
import { blobs, uploads } from "../schema/index.ts";
import type { BlobStore } from "./blob-store.ts";
import { newKey, unwrapKey, wrapKey } from "./key-wrap.ts";
import { blobPurpose, type LabKeys } from "./lab-keys.ts";
import { newBlobId, sealedSource } from "./sealed-blobs.ts";
import {
  header,
  openSegment,
  plainPerSegment,
  sealSegment,
  sealSegmentInto,
  SegmentCutter,
  segmentSize,
  segmentStart,
} from "./segments.ts";

export type Upload = typeof uploads.$inferSelect;

export interface SealedUploads {
  create(upload: {
    readonly lab: string;
    readonly user: string;
    readonly notebook: string | null;
    readonly name: string;
    readonly size: number | null;
    readonly metadata: Record<string, string | null>;
  }): Promise<Upload>;
  find(id: string): Promise<Upload | null>;
  declareSize(id: string, size: number): Promise<void>;
  /** Takes bytes from `offset` on (which must be the upload's), answers the new offset. What came before a break is kept. */
  append(id: string, offset: number, content: AsyncIterable<Uint8Array>): Promise<number>;
  /** Closes a complete upload: its last segment, its digest, the row of its blob. Twice is the same as once. */
  finish(id: string): Promise<Upload & { readonly digest: string }>;
  /** Forgets an upload. Bytes that became a blob stay. */
  remove(id: string): Promise<void>;
  /** Forgets unfinished uploads, and finished ones that nobody made into a data set, after some days. Answers how many. */
  removeOld(before: number): Promise<number>;
}

const stepSize = 16 * 2 ** 20;
const mostHashes = 200;

export function openSealedUploads(db: Database, store: BlobStore, keys: LabKeys, now: () => number): SealedUploads {
  // Running digests of uploads that came without a break; after a restart the file is read once more instead.
  const hashes = new Map<string, { readonly hash: Hash; offset: number }>();

  const keyOf = async (executor: Executor, upload: Upload): Promise<Uint8Array> =>
    unwrapKey((await keys.byId(executor, upload.labKey)).key, upload.wrappedKey, blobPurpose(upload.lab, upload.blob));

  /** Full segments that are safe at an offset: the last segment, full or not, is always in the tail. */
  const segmentsAt = (offset: number): number => (offset === 0 ? 0 : Math.ceil(offset / plainPerSegment) - 1);
  const tailName = (blob: string, offset: number): string => `${blob}.tail-${offset}`;

  const readTail = async (upload: Upload, key: Uint8Array): Promise<Uint8Array> => {
    if (upload.offset === 0) return new Uint8Array(0);
    const name = tailName(upload.blob, upload.offset);
    const size = await store.size(name);
    return openSegment(key, name, 0, true, await store.read(name, 0, size ?? 0));
  };

  const find = async (id: string): Promise<Upload | null> =>
    (await db.select().from(uploads).where(eq(uploads.id, id)))[0] ?? null;
  const existing = async (id: string): Promise<Upload> => {
    const upload = await find(id);
    if (!upload) throw new Error(`There is no upload ${id}.`);
    return upload;
  };

  return {
    create: async ({ lab, user, notebook, name, size, metadata }) => {
      const blob = newBlobId();
      const labKey = await keys.current(db, lab);
      const at = now();
      const [row] = await db
        .insert(uploads)
        .values({
          id: newId("up", systemRandom),
          lab,
          user,
          notebook,
          name,
          metadata,
          size,
          blob,
          labKey: labKey.id,
          wrappedKey: wrapKey(labKey.key, newKey(), blobPurpose(lab, blob)),
          createdAt: at,
          updatedAt: at,
        })
        .returning();
      return row as Upload;
    },

    find,

    declareSize: async (id, size) => {
      await db.update(uploads).set({ size }).where(eq(uploads.id, id));
    },

    append: async (id, offset, content) => {
      let upload = await existing(id);
      if (upload.offset !== offset || upload.finished)
        throw new Error(`The upload ${id} stands at ${upload.offset}, not at ${offset}.`);
      const key = await keyOf(db, upload);
      const cutter = new SegmentCutter(await readTail(upload, key));
      const known = hashes.get(id);
      const running = offset === 0 ? { hash: createHash("sha256"), offset: 0 } : known?.offset === offset ? known : null;
      hashes.delete(id);
      // Segments of a step side by side: one piece of memory and one write, again and again.
      let sealed = new Uint8Array(0);
      let sealedBytes = 0;
      let index = segmentsAt(offset);
      let received = offset;

      const step = async (): Promise<void> => {
        if (received === upload.offset) return;
        const from = segmentsAt(upload.offset);
        const parts = from === 0 ? [header] : [];
        if (sealedBytes > 0) parts.push(sealed.subarray(0, sealedBytes));
        if (parts.length > 0) await store.writeAt(upload.blob, from === 0 ? 0 : segmentStart(from), fromArray(parts));
        const name = tailName(upload.blob, received);
        await store.write(name, [sealSegment(key, name, 0, true, cutter.rest())]);
        const [row] = await db
          .update(uploads)
          .set({ offset: received, updatedAt: now() })
          .where(and(eq(uploads.id, id), eq(uploads.offset, upload.offset)))
          .returning();
        // Somebody removed it, or another server went on with it: what is here is nobody's.
        if (!row) throw new Error(`The upload ${id} was changed by somebody else.`);
        const before = upload.offset;
        upload = row;
        // Not before: a step that failed half-way is done again, whole.
        sealedBytes = 0;
        if (before > 0) await store.delete(tailName(upload.blob, before));
      };

      try {
        for await (const chunk of content) {
          running?.hash.update(chunk);
          received += chunk.length;
          for (const plain of cutter.add(chunk)) {
            if (sealedBytes + segmentSize > sealed.length) {
              const room = sealed.length < stepSize ? Math.min(sealed.length * 4, stepSize + 2 * segmentSize) : sealed.length * 2;
              const more = new Uint8Array(Math.max(room, segmentSize));
              more.set(sealed.subarray(0, sealedBytes));
              sealed = more;
            }
            sealedBytes += sealSegmentInto(sealed.subarray(sealedBytes), key, upload.blob, index++, false, plain);
          }
          if (sealedBytes >= stepSize) await step();
        }
      } finally {
        await step();
        if (running) {
          running.offset = upload.offset;
          // The oldest goes first; a missing one costs one reading of its file.
          if (hashes.size >= mostHashes)
            for (const oldest of hashes.keys()) {
              hashes.delete(oldest);
              break;
            }
          hashes.set(id, running);
        }
      }
      return upload.offset;
    },

    finish: async (id) => {
      const upload = await existing(id);
      if (upload.finished && upload.digest !== null) return { ...upload, digest: upload.digest };
      if (upload.size !== null && upload.offset !== upload.size) throw new Error(`The upload ${id} is not complete.`);
      const key = await keyOf(db, upload);
      const index = segmentsAt(upload.offset);
      const last = sealSegment(key, upload.blob, index, true, await readTail(upload, key));
      await store.writeAt(upload.blob, index === 0 ? 0 : segmentStart(index), fromArray(index === 0 ? [header, last] : [last]));
      const known = hashes.get(id);
      let digest: string;
      if (upload.offset === 0 || known?.offset !== upload.offset) {
        const hash = createHash("sha256");
        const source = await sealedSource(store, { blob: upload.blob, key, size: upload.offset });
        for await (const bytes of source.stream()) hash.update(bytes);
        digest = hash.digest("hex");
      } else digest = known.hash.digest("hex");
      hashes.delete(id);
      const done = await db.transaction(async (tx) => {
        // Read again under lock: the lab's key may have been changed meanwhile.
        const [row] = await tx.select().from(uploads).where(eq(uploads.id, id)).for("update");
        if (!row) throw new Error(`There is no upload ${id}.`);
        if (row.finished && row.digest !== null) return { ...row, digest: row.digest };
        await tx.insert(blobs).values({
          id: row.blob,
          lab: row.lab,
          labKey: row.labKey,
          wrappedKey: row.wrappedKey,
          size: row.offset,
          digest,
          createdAt: now(),
        });
        await tx.update(uploads).set({ finished: true, digest, size: row.offset, updatedAt: now() }).where(eq(uploads.id, id));
        return { ...row, finished: true, digest, size: row.offset };
      });
      if (upload.offset > 0) await store.delete(tailName(upload.blob, upload.offset));
      return done;
    },

    remove: async (id) => {
      hashes.delete(id);
      const [gone] = await db.delete(uploads).where(eq(uploads.id, id)).returning();
      // The blob of a finished upload has its row, and the collector.
      if (!gone || gone.finished) return;
      await store.delete(gone.blob);
      if (gone.offset > 0) await store.delete(tailName(gone.blob, gone.offset));
    },

    removeOld: async (before) => {
      const old = await db.delete(uploads).where(lt(uploads.updatedAt, before)).returning();
      for (const upload of old) {
        hashes.delete(upload.id);
        if (upload.finished) continue;
        await store.delete(upload.blob);
        if (upload.offset > 0) await store.delete(tailName(upload.blob, upload.offset));
      }
      return old.length;
    },
  };
}

async function* fromArray(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
