// Files that belong together go to the server as one data set: a folder that is dropped, alignments with their index. They
// are put one after another in an archive that packs nothing (cells/src/base/stored-zip.ts); the browser holds none of it.

import { crc32 } from "@genomecraft/cells/base/crc32.ts";
import { isPartOfSet } from "@genomecraft/cells/base/parts-of-set.ts";
import { setsOfDropped } from "@genomecraft/cells/base/sets-of-files.ts";
import { storedZip } from "@genomecraft/cells/base/stored-zip.ts";
import type { DroppedFile } from "./dropped-files.ts";

/** `of`: the files that were put together; empty for a file that is alone. */
export interface FileToSend {
  readonly file: File;
  readonly of: readonly string[];
}

/** Each folder is one, and of loose files those that belong together; all others are as they are. */
export async function together(dropped: readonly DroppedFile[]): Promise<readonly FileToSend[]> {
  const folders = new Map<string, DroppedFile[]>();
  const loose: DroppedFile[] = [];
  for (const each of dropped) {
    const cut = each.path.indexOf("/");
    if (cut < 0) loose.push(each);
    else if (isPartOfSet(each.path)) {
      const folder = each.path.slice(0, cut);
      folders.set(folder, [...(folders.get(folder) ?? []), { path: each.path.slice(cut + 1), file: each.file }]);
    }
  }
  const sets = setsOfDropped(loose.map(({ path }) => path)).map(({ name, files }) => ({
    name,
    files: files.flatMap((path) => loose.find((each) => each.path === path) ?? []),
  }));
  const inSets = new Set(sets.flatMap(({ files }) => files));
  const alone = loose.filter((each) => !inSets.has(each)).map(({ file }): FileToSend => ({ file, of: [] }));
  const all = [...[...folders].map(([name, files]) => ({ name, files })), ...sets];
  return [...alone, ...(await Promise.all(all.map(({ name, files }) => asOne(name, files))))];
}

async function asOne(name: string, files: readonly DroppedFile[]): Promise<FileToSend> {
  const [only] = files;
  if (files.length === 1 && only) return { file: only.file, of: [] };
  const byPath = new Map(files.map((each) => [each.path, each.file]));
  const parts = [];
  for (const { path, file } of files) parts.push({ name: path, size: file.size, crc: await crcOf(file) });
  const blobs = storedZip(parts).map((piece) => ("bytes" in piece ? piece.bytes : (byPath.get(piece.part) ?? "")));
  return { file: new File(blobs, `${name}.zip`, { type: "application/zip" }), of: files.map(({ path }) => path) };
}

async function crcOf(file: File): Promise<number> {
  const reader = file.stream().getReader();
  let crc = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) crc = crc32(part.value, crc);
  return crc;
}
