// A folder on this machine's disk as one data set: the bytes of the archive that a browser makes of the same folder when it is
// dropped (cells/src/base/stored-zip.ts), read by range from the files where they lie. Never written anywhere.

import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import { crc32 } from "@genomecraft/cells/base/crc32.ts";
import { isPartOfSet } from "@genomecraft/cells/base/parts-of-set.ts";
import { sizeOfPieces, storedZip, type StoredPiece } from "@genomecraft/cells/base/stored-zip.ts";

interface FileInFolder {
  /** With "/", within the folder. */
  readonly name: string;
  readonly file: string;
  readonly size: number;
  /** Changes with the file: times, place on the disk. */
  readonly mark: string;
}

export interface FolderSource extends ByteSource {
  /** The same without waiting. */
  readNow(start: number, end: number): Uint8Array;
}

/** A few folders of a notebook: of each the pieces, as long as nothing in it changes. */
const known = new Map<string, { readonly marks: string; readonly pieces: readonly StoredPiece[] }>();

/** Its files, without what systems leave behind; links are not followed. */
export function filesInFolder(folder: string): readonly FileInFolder[] {
  const found: FileInFolder[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      if (!entry.isFile() || !isPartOfSet(name)) continue;
      const file = path.join(folder, name);
      const { size, mtimeMs, ctimeMs, ino } = statSync(file);
      found.push({ name, file, size, mark: `${name} ${size} ${mtimeMs} ${ctimeMs} ${ino}` });
    }
  };
  walk("");
  return found;
}

/** Null: there is no such folder, or nothing in it. */
export function localFolder(folder: string): FolderSource | null {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  const files = filesInFolder(folder);
  if (files.length === 0) return null;
  const marks = files.map(({ mark }) => mark).join("\n");
  const before = known.get(folder);
  const pieces =
    before?.marks === marks
      ? before.pieces
      : storedZip(files.map(({ name, file, size }) => ({ name, size, crc: crcOfFile(file) })));
  known.set(folder, { marks, pieces });
  return sourceOf(pieces, new Map(files.map(({ name, file }) => [name, file])));
}

function sourceOf(pieces: readonly StoredPiece[], files: ReadonlyMap<string, string>): FolderSource {
  const size = sizeOfPieces(pieces);
  const read = (start: number, end: number): Uint8Array => {
    const to = Math.min(end, size);
    const all = new Uint8Array(Math.max(0, to - start));
    let at = 0;
    for (const piece of pieces) {
      const length = "bytes" in piece ? piece.bytes.length : piece.size;
      const [from, until] = [Math.max(start, at), Math.min(to, at + length)];
      if (from < until) {
        const into = all.subarray(from - start, until - start);
        if ("bytes" in piece) into.set(piece.bytes.subarray(from - at, until - at));
        else readInto(files.get(piece.part) ?? "", from - at, into);
      }
      at += length;
      if (at >= to) break;
    }
    return all;
  };
  return {
    size,
    readNow: read,
    read: async (start, end) => read(start, end),
    async *stream() {
      for (let at = 0; at < size; at += 1 << 20) yield read(at, at + (1 << 20));
    },
  };
}

function readInto(file: string, from: number, into: Uint8Array): void {
  const handle = openSync(file, "r");
  try {
    for (let at = 0; at < into.length; ) {
      const count = readSync(handle, into, at, into.length - at, from + at);
      if (count === 0) throw new Error(`${file} became shorter while it was read`);
      at += count;
    }
  } finally {
    closeSync(handle);
  }
}

function crcOfFile(file: string): number {
  const buffer = new Uint8Array(1 << 20);
  const handle = openSync(file, "r");
  try {
    let crc = 0;
    for (let count = readSync(handle, buffer); count > 0; count = readSync(handle, buffer))
      crc = crc32(buffer.subarray(0, count), crc);
    return crc;
  } finally {
    closeSync(handle);
  }
}
