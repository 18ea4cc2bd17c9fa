// Bytes of labs at rest: unreadable, unchanged or refused, and readable by ranges.

import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenDatabase } from "../database.ts";
import { openTestDatabase } from "../testing/test-database.ts";
import { BlobDamaged, BlobMissing, type BlobStore } from "./blob-store.ts";
import { collectBlobs } from "./collect-blobs.ts";
import { openLabKeys, WrongMasterKey } from "./lab-keys.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { openSealedBlobs } from "./sealed-blobs.ts";
import { openSealedUploads, type SealedUploads } from "./sealed-uploads.ts";
import { header, plainPerSegment, sealedSize, segmentSize, segmentStart } from "./segments.ts";

let database: OpenDatabase;
const master = randomBytes(32);
let clock = 1_700_000_000_000;
const now = (): number => clock;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const setUp = (store: BlobStore = memoryStore(now)) => {
  const keys = openLabKeys(master, now);
  return { store, keys, blobs: openSealedBlobs(store, keys, now), uploads: openSealedUploads(database.db, store, keys, now) };
};
const sizes = [0, 1, plainPerSegment - 1, plainPerSegment, plainPerSegment + 1, 3 * plainPerSegment, 1_000_003];

describe("sealed blobs", () => {
  test.each(sizes)("%i bytes come back as they were, and nothing of them lies in the store", async (size) => {
    const { store, blobs } = setUp();
    const bytes = Buffer.alloc(size, "patient-0042 ");
    const record = await blobs.put(database.db, { lab: "lab_a" }, bytes);
    expect(record).toMatchObject({ size, digest: createHash("sha256").update(bytes).digest("hex") });
    const source = await blobs.open(database.db, record.id);
    expect(Buffer.compare(await source.read(0, size), bytes)).toBe(0);
    const streamed: Uint8Array[] = [];
    for await (const part of source.stream()) streamed.push(part);
    expect(Buffer.compare(Buffer.concat(streamed), bytes)).toBe(0);
    expect(await store.size(record.id)).toBe(sealedSize(size));
    expect(Buffer.from(await store.read(record.id, 0, sealedSize(size))).includes("patient-0042")).toBe(false);
  });

  test("any range opens without the rest", async () => {
    const { store, blobs } = setUp();
    const bytes = randomBytes(5 * plainPerSegment + 77);
    const record = await blobs.put(database.db, { lab: "lab_a" }, bytes);
    let read = 0;
    const counting: BlobStore = {
      ...store,
      read: (id, start, end) => {
        read += end - start;
        return store.read(id, start, end);
      },
    };
    const source = await setUp(counting).blobs.open(database.db, record.id);
    for (let i = 0; i < 200; i++) {
      const start = Math.floor(Math.random() * bytes.length);
      const end = Math.min(bytes.length, start + Math.floor(Math.random() * 90_000));
      expect(Buffer.compare(await source.read(start, end), bytes.subarray(start, end))).toBe(0);
    }
    read = 0;
    await source.read(2 * plainPerSegment + 5, 2 * plainPerSegment + 9);
    expect(read).toBe(segmentSize);
  });

  test("a changed bit, a segment cut off, two segments exchanged, bytes of another blob: all refused", async () => {
    const { store, blobs } = setUp();
    const bytes = randomBytes(4 * plainPerSegment);
    const one = await blobs.put(database.db, { lab: "lab_a" }, bytes);
    const other = await blobs.put(database.db, { lab: "lab_a" }, bytes);
    const whole = Buffer.from(await store.read(one.id, 0, sealedSize(bytes.length)));
    const readAll = async (): Promise<Uint8Array> => {
      const source = await blobs.open(database.db, one.id);
      return source.read(0, bytes.length);
    };
    const refused = async (changed: Uint8Array): Promise<void> => {
      await store.write(one.id, [changed]);
      await expect(readAll()).rejects.toThrow(BlobDamaged);
    };
    for (const at of [0, header.length + 3, header.length + 900, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] as number) ^ 1;
      await refused(changed);
    }
    await refused(whole.subarray(0, segmentStart(3)));
    await refused(whole.subarray(0, whole.length - 1));
    await refused(Buffer.concat([whole, Buffer.from("x")]));
    const swapped = Buffer.from(whole);
    whole.copy(swapped, segmentStart(0), segmentStart(1), segmentStart(2));
    whole.copy(swapped, segmentStart(1), segmentStart(0), segmentStart(1));
    await refused(swapped);
    await refused(await store.read(other.id, 0, whole.length));
    await store.write(one.id, [whole]);
    expect(Buffer.compare(await readAll(), bytes)).toBe(0);
  });

  test("a blob whose row was moved to another lab does not open", async () => {
    const { keys, blobs } = setUp();
    const record = await blobs.put(database.db, { lab: "lab_a" }, Buffer.from("secret"));
    const foreign = await keys.current(database.db, "lab_b");
    await database.pool.query("update blobs set lab = 'lab_b', lab_key = $1 where id = $2", [foreign.id, record.id]);
    await expect(blobs.open(database.db, record.id)).rejects.toThrow();
  });
});

describe("keys", () => {
  test("after a rotation old blobs still open, nothing hangs on the old key, and no byte was written again", async () => {
    const { store, keys, blobs } = setUp();
    const record = await blobs.put(database.db, { lab: "lab_r" }, Buffer.from("before"));
    const sealed = await store.read(record.id, 0, 1_000);
    const old = await keys.current(database.db, "lab_r");
    expect(await keys.rotate(database.db, "lab_r")).toBe(1);
    const fresh = await keys.current(database.db, "lab_r");
    expect(fresh.id).not.toBe(old.id);
    const { rows } = await database.pool.query("select lab_key from blobs where lab = 'lab_r'");
    expect(rows).toEqual([{ lab_key: fresh.id }]);
    expect(Buffer.from(await (await setUp(store).blobs.open(database.db, record.id)).read(0, 6)).toString()).toBe("before");
    expect(Buffer.compare(await store.read(record.id, 0, 1_000), sealed)).toBe(0);
  });

  test("a small secret opens only for what it was sealed for", async () => {
    const { keys } = setUp();
    const sealed = await keys.sealText(database.db, "lab_a", "token", "link 1");
    expect(sealed).not.toContain("token");
    expect(await keys.openText(database.db, sealed, "link 1")).toBe("token");
    await expect(keys.openText(database.db, sealed, "link 2")).rejects.toThrow();
  });

  test("another master key is told, not taken for broken data", async () => {
    const { keys } = setUp();
    const { id } = await keys.current(database.db, "lab_m");
    const next = randomBytes(32);
    await expect(openLabKeys(next, now).byId(database.db, id)).rejects.toThrow(WrongMasterKey);
    expect((await openLabKeys(master, now).byId(database.db, id)).id).toBe(id);
  });

  test("another master key is refused also before any lab has a key, and by every server that starts at once (A-3)", async () => {
    await Promise.all(Array.from({ length: 4 }, () => openLabKeys(master, now).checkMaster(database.db)));
    await expect(openLabKeys(randomBytes(32), now).checkMaster(database.db)).rejects.toThrow(WrongMasterKey);
  });

  test("two who need a lab's first key at once get the same", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => setUp().keys.current(database.db, "lab_new")));
    expect(new Set(made.map((key) => key.id)).size).toBe(1);
  });
});

describe("uploads", () => {
  const begin = (uploads: SealedUploads, size: number) =>
    uploads.create({ lab: "lab_u", user: "user_1", notebook: null, name: "f.csv", size, metadata: {} });
  async function* chunks(bytes: Uint8Array, size: number, breakAt = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) {
      if (at >= breakAt) throw new Error("the line broke");
      yield bytes.subarray(at, Math.min(at + size, bytes.length));
    }
  }

  test.each(sizes)("%i bytes in parts of any size are one blob, with the right digest", async (size) => {
    const { uploads, blobs } = setUp();
    const bytes = randomBytes(size);
    const upload = await begin(uploads, size);
    let offset = 0;
    while (offset < size)
      offset = await uploads.append(upload.id, offset, chunks(bytes.subarray(offset, offset + 70_001), 8_191));
    const done = await uploads.finish(upload.id);
    expect(done.digest).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(await uploads.finish(upload.id)).toMatchObject({ digest: done.digest });
    const source = await blobs.open(database.db, done.blob);
    expect(Buffer.compare(await source.read(0, size), bytes)).toBe(0);
  });

  test("a broken line loses nothing that came before it, and a restarted server goes on", async () => {
    const { store, uploads } = setUp();
    const bytes = randomBytes(900_000);
    const upload = await begin(uploads, bytes.length);
    await expect(uploads.append(upload.id, 0, chunks(bytes, 10_000, 400_000))).rejects.toThrow("the line broke");
    const restarted = setUp(store);
    const found = await restarted.uploads.find(upload.id);
    expect(found?.offset).toBe(400_000);
    expect(await restarted.uploads.append(upload.id, 400_000, chunks(bytes.subarray(400_000), 10_000))).toBe(bytes.length);
    const done = await restarted.uploads.finish(upload.id);
    expect(done.digest).toBe(createHash("sha256").update(bytes).digest("hex"));
    const names = [];
    for await (const { id } of store.list()) names.push(id);
    expect(names).toEqual([done.blob]);
  });

  test("a server killed between two writes goes on from the last offset that was safe", async () => {
    const inner = memoryStore(now);
    let dead = false;
    const dying: BlobStore = {
      ...inner,
      // Segments reach the disk, the tail does not any more.
      write: (id, content) => (dead ? Promise.reject(new Error("killed")) : inner.write(id, content)),
    };
    const { uploads } = setUp(dying);
    const bytes = randomBytes(500_000);
    const upload = await begin(uploads, bytes.length);
    await uploads.append(upload.id, 0, chunks(bytes.subarray(0, 200_000), 10_000));
    dead = true;
    await expect(uploads.append(upload.id, 200_000, chunks(randomBytes(100_000), 10_000))).rejects.toThrow("killed");
    const restarted = setUp(inner).uploads;
    expect((await restarted.find(upload.id))?.offset).toBe(200_000);
    await restarted.append(upload.id, 200_000, chunks(bytes.subarray(200_000), 10_000));
    expect((await restarted.finish(upload.id)).digest).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test.each(["writeAt", "write"] as const)(
    "a step whose %s fails once is done again whole, and nothing is missing",
    async (method) => {
      const inner = memoryStore(now);
      let fails = 1;
      const full: BlobStore = {
        ...inner,
        [method]: async (...given: never[]) => {
          if (fails-- > 0) throw new Error("the disk is full");
          return (inner[method] as (...all: never[]) => Promise<number>)(...given);
        },
      };
      const { uploads, blobs } = setUp(full);
      const bytes = randomBytes(37_000_000);
      const upload = await begin(uploads, bytes.length);
      await expect(uploads.append(upload.id, 0, chunks(bytes, 1_000_000))).rejects.toThrow("the disk is full");
      const offset = (await uploads.find(upload.id))?.offset ?? 0;
      expect(offset).toBe(17_000_000);
      // One chunk that is larger than a step.
      await uploads.append(upload.id, offset, chunks(bytes.subarray(offset), 30_000_000));
      const done = await uploads.finish(upload.id);
      const source = await blobs.open(database.db, done.blob);
      expect(Buffer.compare(await source.read(0, bytes.length), bytes)).toBe(0);
    },
  );

  test("an upload under way survives a change of the lab's key", async () => {
    const { uploads, keys, blobs } = setUp();
    const bytes = randomBytes(200_000);
    const upload = await begin(uploads, bytes.length);
    await uploads.append(upload.id, 0, chunks(bytes.subarray(0, 100_000), 10_000));
    await keys.rotate(database.db, "lab_u");
    await uploads.append(upload.id, 100_000, chunks(bytes.subarray(100_000), 10_000));
    const done = await uploads.finish(upload.id);
    expect(Buffer.compare(await (await blobs.open(database.db, done.blob)).read(0, bytes.length), bytes)).toBe(0);
  });
});

test("bytes that nothing refers to go in two phases, a day apart; a blob that is used again stays", async () => {
  await database.pool.query("delete from uploads");
  const { store, blobs } = setUp();
  const loose = await blobs.put(database.db, { lab: "lab_c" }, Buffer.from("loose"));
  const back = await blobs.put(database.db, { lab: "lab_c" }, Buffer.from("back"));
  clock += 2 * 3_600_000;
  expect((await collectBlobs(database.db, store, clock)).marked).toBeGreaterThanOrEqual(2);
  expect(await store.size(loose.id)).not.toBeNull();
  await database.pool.query("insert into artifacts (lab, digest, blob, size, at, used_at) values ('lab_c', 'd', $1, 4, 0, 0)", [
    back.id,
  ]);
  clock += 86_400_001;
  await collectBlobs(database.db, store, clock);
  expect(await store.size(loose.id)).toBeNull();
  await expect(blobs.open(database.db, loose.id)).rejects.toThrow(BlobMissing);
  expect(Buffer.from(await (await blobs.open(database.db, back.id)).read(0, 4)).toString()).toBe("back");
});
