// One contract for every blob store.

import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BlobMissing, type BlobStore } from "./blob-store.ts";
import { fileStore } from "./file-store.ts";
import { memoryStore } from "../testing/memory-store.ts";

const folders: string[] = [];
const stores: readonly [string, () => Promise<BlobStore>][] = [
  ["memory", async () => memoryStore()],
  [
    "files",
    async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), "gc-blobs-"));
      folders.push(folder);
      return fileStore(folder);
    },
  ],
];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const parts = (...texts: string[]): Uint8Array[] => texts.map((part) => Buffer.from(part));
async function* breaking(first: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(first);
  throw new Error("the line broke");
}
async function* stream(...texts: string[]): AsyncGenerator<Uint8Array> {
  yield* parts(...texts);
}

describe.each(stores)("a blob store in %s", (_name, make) => {
  test("gives back what was written, whole and by ranges", async () => {
    const store = await make();
    expect(await store.write("blob_a1", parts("abc", "defg"))).toBe(7);
    expect(text(await store.read("blob_a1", 0, 7))).toBe("abcdefg");
    expect(text(await store.read("blob_a1", 2, 5))).toBe("cde");
    expect(text(await store.read("blob_a1", 5, 100))).toBe("fg");
    expect(await store.size("blob_a1")).toBe(7);
  });

  test("has an object completely or not at all", async () => {
    const store = await make();
    await expect(store.write("blob_b1", breaking("half"))).rejects.toThrow("the line broke");
    expect(await store.size("blob_b1")).toBeNull();
    await store.write("blob_b1", parts("old"));
    await expect(store.write("blob_b1", breaking("new"))).rejects.toThrow();
    expect(text(await store.read("blob_b1", 0, 9))).toBe("old");
  });

  test("says that an object is missing", async () => {
    const store = await make();
    await expect(store.read("blob_c1", 0, 1)).rejects.toThrow(BlobMissing);
    await expect(store.writeAt("blob_c1", 10, stream("x"))).rejects.toThrow(BlobMissing);
    expect(await store.size("blob_c1")).toBeNull();
    await store.delete("blob_c1");
  });

  test("goes on writing where it stopped, cuts what lay behind, and keeps what came before a break", async () => {
    const store = await make();
    expect(await store.writeAt("blob_d1", 0, stream("0123", "4567"))).toBe(8);
    expect(await store.writeAt("blob_d1", 4, stream("ab"))).toBe(6);
    expect(text(await store.read("blob_d1", 0, 99))).toBe("0123ab");
    await expect(store.writeAt("blob_d1", 6, breaking("cd"))).rejects.toThrow("the line broke");
    expect(text(await store.read("blob_d1", 0, 99))).toBe("0123abcd");
  });

  test("lists what it has and forgets what is deleted", async () => {
    const store = await make();
    await store.write("blob_e1", parts("one"));
    await store.write("blob_e2.tail-7", parts("two!"));
    await store.delete("blob_e1");
    const found = [];
    for await (const { id, size } of store.list()) found.push({ id, size });
    expect(found).toEqual([{ id: "blob_e2.tail-7", size: 4 }]);
  });
});

test("names that leave the folder are refused", async () => {
  const [, make] = stores[1] as (typeof stores)[number];
  const store = await make();
  for (const name of ["../blob_a", "blob_a/../../x", "/etc/passwd", "", "blob_A"])
    await expect(store.write(name, parts("x"))).rejects.toThrow(TypeError);
  for (const shelf of await readdir(folders.at(-1) as string))
    expect(await readdir(path.join(folders.at(-1) as string, shelf))).toEqual([]);
});
