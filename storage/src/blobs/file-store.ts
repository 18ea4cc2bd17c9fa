// Blobs as files of a folder: written beside their place, synced, then renamed, so that a reader finds all or nothing.

import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { BlobMissing, type BlobStore } from "./blob-store.ts";

const safeName = /^[a-z]+_[a-z0-9]+(\.[a-z0-9-]+)?$/;
const half = ".half-";

/** The folder is made, for its owner alone. */
export async function fileStore(folder: string): Promise<BlobStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = new Set<string>();

  const place = async (id: string, make: boolean): Promise<string> => {
    if (!safeName.test(id)) throw new TypeError(`"${id}" is no name of a blob`);
    // The last two characters are random, the first ones are a prefix.
    const stem = id.split(".")[0] as string;
    const shelf = path.join(folder, stem.slice(-2));
    if (make && !made.has(shelf)) {
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      made.add(shelf);
    }
    return path.join(shelf, id);
  };

  return {
    write: async (id, parts) => {
      const file = await place(id, true);
      const temporary = `${file}${half}${randomBytes(6).toString("hex")}`;
      let size = 0;
      try {
        const handle = await open(temporary, "wx", 0o600);
        try {
          for await (const many of inMegabytes(parts)) size += await writeAll(handle, many, size);
          await handle.datasync();
        } finally {
          await handle.close();
        }
        await rename(temporary, file);
        await syncFolder(path.dirname(file));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return size;
    },

    writeAt: async (id, at, parts) => {
      const file = await place(id, true);
      const handle = await open(file, "r+").catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
        if (at !== 0) throw new BlobMissing(id, { cause: error });
        return open(file, "wx+", 0o600);
      });
      let size = at;
      try {
        const { size: before } = await handle.stat();
        if (before < at) throw new BlobMissing(`${id} (shorter than ${at} bytes)`);
        if (before > at) await handle.truncate(at);
        try {
          for await (const part of parts) size += await writeAll(handle, part, size);
        } finally {
          await handle.datasync();
        }
        if (at === 0) await syncFolder(path.dirname(file));
      } finally {
        await handle.close();
      }
      return size;
    },

    read: async (id, start, end) => {
      const file = await place(id, false);
      const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new BlobMissing(id, { cause: error }) : error;
      });
      try {
        const bytes = Buffer.allocUnsafe(Math.max(0, end - start));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await handle.close();
      }
    },

    size: async (id) => {
      try {
        return (await stat(await place(id, false))).size;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },

    delete: async (id) => {
      await rm(await place(id, false), { force: true });
    },

    list: async function* () {
      for (const shelf of await readdir(folder)) {
        for (const name of await readdir(path.join(folder, shelf)).catch(() => [])) {
          const file = path.join(folder, shelf, name);
          const found = await stat(file).catch(() => null);
          if (!found) continue;
          // What a killed writer left behind is nobody's.
          if (name.includes(half)) {
            if (Date.now() - found.mtimeMs > 86_400_000) await rm(file, { force: true });
            continue;
          }
          yield { id: name, size: found.size, writtenAt: found.mtimeMs };
        }
      }
    },
  };
}

/** Segments are small and a write costs more than its bytes: some are written at once. */
async function* inMegabytes(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    waiting.push(part);
    size += part.length;
    if (size < 2 ** 20) continue;
    yield Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}

async function writeAll(handle: FileHandle, part: Uint8Array, at: number): Promise<number> {
  let written = 0;
  while (written < part.length) {
    const { bytesWritten } = await handle.write(part, written, part.length - written, at + written);
    written += bytesWritten;
  }
  return written;
}

/** Makes a rename or a new name survive a power cut; not every system can open a folder. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows, some network disks.
  }
}
