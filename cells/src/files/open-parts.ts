// Several files as one data set: their beginnings, by which a format knows that they belong together (a matrix with its
// barcodes, alignments with their index), and which of them is read where they do not.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError } from "../base/failure.ts";
import { setsOfFiles } from "../base/sets-of-files.ts";
import type { Inflate } from "../contract/engines.ts";
import type { FileHead, FileParts } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { isHdf5 } from "../formats/parts/hdf5/names-inside.ts";
import { packingOf } from "../formats/parts/packing/unpacked.ts";
import { inflatedHead } from "./inflated-head.ts";

/** What is read of all of them together, to tell what they are. */
const mostRead = 1 << 20;
const mostOfOne = 1 << 16;
const leastOfOne = 512;
/** Of these the beginning is looked at as that of any file. */
const mostLookedInto = 500;
/** Of these little is looked at, where it is cheap: some seconds of work at most. Beyond them the others are known by their names alone. */
const mostGlancedAt = 2_000;
/** As much of a file that is packed holds more than a glance of it. */
const packedGlance = 1 << 14;

export async function headsOfParts(parts: FileParts, inflate: Inflate): Promise<readonly FileHead[]> {
  const size = Math.min(mostOfOne, Math.max(leastOfOne, Math.floor(mostRead / Math.max(1, parts.names.length))));
  const heads: FileHead[] = [];
  for (const [at, name] of parts.names.entries()) {
    const source = at < mostGlancedAt ? parts.source(name) : null;
    if (!source) heads.push(byNameAlone(name));
    else heads.push(await headOfPart(source, name, inflate, at < mostLookedInto ? size : null));
  }
  return heads;
}

const byNameAlone = (name: string): FileHead => fileHead(new Uint8Array(0), name, false);

/** What is damaged in one of them is said by whoever reads it; the others are what they are. `size`: null is a glance. */
async function headOfPart(source: ByteSource, name: string, inflate: Inflate, size: number | null): Promise<FileHead> {
  try {
    return size === null ? await glanceAt(source, name, inflate) : (await inflatedHead(source, name, inflate, size)).head;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return byNameAlone(name);
  }
}

/** The first letters of a file that lies there plain or is gzip; what takes more work is known by its name alone. */
async function glanceAt(source: ByteSource, name: string, inflate: Inflate): Promise<FileHead> {
  const first = await source.read(0, Math.min(source.size, packedGlance));
  const packing = packingOf(first);
  if (isHdf5(first) || (packing !== "none" && packing !== "gzip" && packing !== "bgzf")) return byNameAlone(name);
  if (packing === "none") return fileHead(first.subarray(0, leastOfOne), name, source.size <= leastOfOne);
  const beginning: ByteSource = { ...source, size: first.length, read: async (from, to) => first.subarray(from, to), stream };
  async function* stream(): AsyncIterable<Uint8Array> {
    yield first;
  }
  const { head } = await inflatedHead(beginning, name, inflate, leastOfOne);
  return fileHead(head.bytes.subarray(0, leastOfOne), head.name, head.isWhole && head.bytes.length <= leastOfOne);
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
