// Several files as one data set: their beginnings, by which a format knows that they belong together (a matrix with its
// barcodes, alignments with their index), and which of them is read where they do not.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError } from "../base/failure.ts";
import { setsOfFiles } from "../base/sets-of-files.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead, FileParts } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { inflatedHead } from "./inflated-head.ts";

/** What is read of all of them together, to tell what they are. */
const mostRead = 1 << 20;
const mostOfOne = 1 << 16;
const leastOfOne = 512;
/** Beyond these the others are known by their names alone. */
const mostLookedInto = 500;

export async function headsOfParts(parts: FileParts, inflate: Inflate): Promise<readonly FileHead[]> {
  const size = Math.min(mostOfOne, Math.max(leastOfOne, Math.floor(mostRead / Math.max(1, parts.names.length))));
  const heads: FileHead[] = [];
  for (const [at, name] of parts.names.entries()) {
    const source = parts.source(name);
    if (!source || at >= mostLookedInto) heads.push(fileHead(new Uint8Array(0), name, false));
    else heads.push(await headOfPart(source, name, inflate, size));
  }
  return heads;
}

/** What is damaged in one of them is said by whoever reads it; the others are what they are. */
async function headOfPart(source: ByteSource, name: string, inflate: Inflate, size: number): Promise<FileHead> {
  try {
    return (await inflatedHead(source, name, inflate, size)).head;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return fileHead(new Uint8Array(0), name, false);
  }
}

/** The head of all of them together. `bytes` are those of the archive. */
export const headOfSet = (bytes: Uint8Array, name: string, parts: readonly FileHead[]): FileHead => ({
  bytes,
  isWhole: false,
  text: null,
  lines: [],
  inside: null,
  name: name.toLowerCase(),
  parts,
});

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf("/") + 1);

/** Some of the files, by their names within a folder of the set. */
export function partsOfGroup(parts: FileParts, folder: string, names: readonly string[]): FileParts {
  return {
    names: names.map((name) => name.slice(folder.length)),
    source: (name) => parts.source(folder + name),
    open: (name) => parts.open(folder + name),
  };
}

/** Files of an archive that may be a data set together. */
export interface Group {
  /** A folder with its "/", or what the files have in common. */
  readonly name: string;
  readonly folder: string;
  readonly names: readonly string[];
}

/** Folders that hold more than one file, the deepest first; then files that belong together by their names. */
export function groupsOf(names: readonly string[]): readonly Group[] {
  const within = new Map<string, string[]>();
  for (const name of names)
    for (let cut = name.indexOf("/"); cut >= 0; cut = name.indexOf("/", cut + 1)) {
      const folder = name.slice(0, cut + 1);
      const others = within.get(folder);
      if (others) others.push(name);
      else within.set(folder, [name]);
    }
  const folders = [...within]
    .filter(([, inside]) => inside.length > 1)
    .map(([folder, inside]): Group => ({ name: folder, folder, names: inside }))
    .sort((a, b) => b.name.split("/").length - a.name.split("/").length || (a.name < b.name ? -1 : 1));
  const all = new Set(names);
  const byName = setsOfFiles(names).flatMap(({ name, files }) => {
    const [first = ""] = files;
    const folder = files.every((file) => folderOf(file) === folderOf(first)) ? folderOf(first) : "";
    const group = `${folder}${name}`;
    // An index belongs to its file, which is called as itself.
    const isIndexed = files.length === 2 && files.some((file) => /\.(?:bai|csi|tbi|crai|fai|gzi)$/i.test(file));
    return isIndexed || all.has(group) ? [] : [{ name: group, folder, names: [...files].sort() }];
  });
  return [...folders, ...byName].slice(0, mostLookedInto);
}
