// Files on this machine's disk: as a ByteSource by ranges, and their sha256 without reading them twice. What a digest
// was for which size and time of change is remembered in the results folder.

import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { type FolderSource, localFolder } from "./local-folder.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";

/** A file as a source of bytes, a folder as those of its archive; null when there is no such file. Opened anew for each range, so nothing needs to be closed. */
export async function localFile(file: string): Promise<ByteSource | null> {
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) return localFolder(file);
  if (!found?.isFile()) return null;
  return {
    size: found.size,
    async read(start, end) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, found.size) - start));
      const handle = await open(file, "r");
      try {
        let at = 0;
        while (at < bytes.length) {
          const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
          if (bytesRead === 0) break;
          at += bytesRead;
        }
        return bytes.subarray(0, at);
      } finally {
        await handle.close();
      }
    },
    async *stream() {
      for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
    },
  };
}

interface Remembered {
  readonly size: number;
  /** Of the content, and of all that is known of the file: `cp -p` gives a new file the first of an old one. */
  readonly changed: number;
  readonly touched: number;
  readonly inode: number;
  readonly digest: string;
}

/** A clock that is read twice within this much may show one time for two contents. Some file systems count in two seconds. */
const clockStepMs = 2_000;

/**
 * Digests of files by path, size, times of change and place on the disk. What had changed only just before it was read is
 * read again the next time.
 */
export class FileDigests {
  private readonly store: string;
  private entries: { [file: string]: Remembered } | null = null;
  private changed = false;
  /** Read by this process. */
  private readonly read = new Map<string, Remembered>();
  private readonly anew: boolean;
  /** `anew`: nothing remembered counts, every file is read. */
  constructor(folder: string, anew = false) {
    this.store = path.join(folder, "files.json");
    this.anew = anew;
  }

  /** sha256 of the file's bytes and its size; null when there is no such file. */
  of(file: string): { readonly digest: Digest; readonly size: number; readonly isFolder?: true } | null {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) return this.ofFolder(file);
    if (!found?.isFile()) return null;
    const entries = this.load();
    const known = Object.hasOwn(entries, file) ? entries[file] : undefined;
    const now: Omit<Remembered, "digest"> = {
      size: found.size,
      changed: found.mtimeMs,
      touched: found.ctimeMs,
      inode: found.ino,
    };
    const isThis = (was: Remembered | undefined): was is Remembered =>
      was !== undefined &&
      was.size === now.size &&
      was.changed === now.changed &&
      was.touched === now.touched &&
      was.inode === now.inode;
    const before = this.read.get(file);
    if (isThis(before)) return { digest: before.digest as Digest, size: found.size };
    if (!this.anew && isThis(known)) return { digest: known.digest as Digest, size: found.size };
    const readAt = Date.now();
    const digest = digestOfFile(file);
    this.read.set(file, { ...now, digest });
    if (Math.max(found.mtimeMs, found.ctimeMs) > readAt - clockStepMs) delete entries[file];
    else entries[file] = { ...now, digest };
    this.changed = true;
    return { digest, size: found.size };
  }

  /** Read each time: what of it changed would be found by its files alone. */
  private ofFolder(folder: string): { readonly digest: Digest; readonly size: number; readonly isFolder: true } | null {
    const source = localFolder(folder);
    return source && { digest: digestOfFolder(source), size: source.size, isFolder: true };
  }

  save(): void {
    if (!this.changed || !this.entries) return;
    this.changed = false;
    mkdirSync(path.dirname(this.store), { recursive: true });
    writeFileSync(`${this.store}.part`, JSON.stringify(this.entries));
    renameSync(`${this.store}.part`, this.store);
  }

  private load(): { [file: string]: Remembered } {
    if (!this.entries) {
      try {
        this.entries = JSON.parse(readFileSync(this.store, "utf8")) as { [file: string]: Remembered };
      } catch {
        this.entries = {};
      }
    }
    return this.entries;
  }
}

function digestOfFolder({ size, readNow }: FolderSource): Digest {
  const hash = createHash("sha256");
  for (let at = 0; at < size; at += 1 << 20) hash.update(readNow(at, at + (1 << 20)));
  return hash.digest("hex") as Digest;
}

function digestOfFile(file: string): Digest {
  const hash = createHash("sha256");
  const buffer = new Uint8Array(1 << 20);
  const handle = openSync(file, "r");
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex") as Digest;
}
