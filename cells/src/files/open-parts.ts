// Several files as one data set: their beginnings, by which a format knows that they belong together (a matrix with its
// barcodes, alignments with their index), and which of them is read where they do not.

import type { ByteSource } from "../base/byte-source.ts";
import { FailureError } from "../base/failure.ts";
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
export function partsWithin(parts: FileParts, folder: string): FileParts {
  const names = parts.names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  return { names, source: (name) => parts.source(folder + name), open: (name) => parts.open(folder + name) };
}

/** Folders that hold more than one file, the deepest first. */
export const foldersOf = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map(folderOf))]
    .filter((folder) => folder !== "" && names.filter((name) => name.startsWith(folder)).length > 1)
    .sort((a, b) => b.split("/").length - a.split("/").length || (a < b ? -1 : 1));
