// The beginning of a file, unpacked where it is packed, and what it is taken for. Of an archive: whether its files are one
// data set together, or which of them is meant.

import type { ByteSource } from "../base/byte-source.ts";
import type { Compression } from "../base/compressions.ts";
import { FailureError } from "../base/failure.ts";
import type { Inflate } from "../contract/engines.ts";
import type { Encoding, FileHead, FileParts, ReadTask } from "../contract/format.ts";
import { listedFormat } from "../formats.ts";
import { transcoded } from "../formats/parts/encodings/transcode.ts";
import { fileHead, wideEncoding } from "../formats/parts/file-head.ts";
import { inflateGzip } from "../formats/parts/gzip.ts";
import { fileOfSet } from "../formats/parts/bgzf/parts-of-set.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { unpacked } from "../formats/parts/packing/unpacked.ts";
import { isDocument, zipPart } from "../formats/parts/zip-part.ts";
import { headSize, inflatedHead } from "./inflated-head.ts";
import { archiveKind, type ArchiveKind, partsIn } from "./archive-parts.ts";
import { type Group, groupsOf, headOfSet, headsOfParts, partsOfGroup } from "./open-parts.ts";
import { recogniseHead, type Recognised } from "./recognise.ts";

/** Of an archive whose files are no data set together. */
export interface Collection {
  /** Files, and folders (with their "/") or files by their common name that are a data set together: each may be read by itself. Those that are loaded first. */
  readonly items: readonly { readonly name: string; readonly format: string }[];
  /** The one that is open. */
  readonly open: string;
}

export interface OpenedFile extends Pick<ReadTask, "open" | "ranges" | "fraction" | "source" | "parts" | "at" | "beside"> {
  readonly head: FileHead;
  readonly recognised: Recognised;
  readonly compression: Compression;
  /** Of a text that is no UTF-8: that which was set, or UTF-16 that was found. */
  readonly encoding: Encoding | null;
  readonly collection: Collection | null;
}
type Opened = Omit<OpenedFile, "encoding">;

/** `encoding`: that which was set. `part`: which file of an archive; null: the first that is loaded. */
export async function openFile(
  source: ByteSource,
  name: string,
  inflate: Inflate = inflateGzip,
  encoding: Encoding | null = null,
  part: string | null = null,
): Promise<OpenedFile> {
  const opened = await openBytes(source, name, inflate, part);
  if (opened.parts) return { ...opened, encoding: null };
  const found = encoding ?? wideEncoding(opened.head.bytes, opened.head.isWhole);
  return found === null || found === "utf-8" ? { ...opened, encoding: found } : inEncoding(opened, found);
}

/** The file as the text that it is in an encoding. */
export async function inEncoding(opened: Opened, encoding: Encoding): Promise<OpenedFile> {
  const { bytes, isWhole, name } = opened.head;
  // Half a letter at the end of the beginning is left out.
  const text = new TextDecoder(encoding).decode(bytes, { stream: !isWhole });
  const head = fileHead(new TextEncoder().encode(text), name, isWhole);
  return {
    ...opened,
    head,
    recognised: recogniseHead(head),
    encoding,
    ranges: null,
    open: () => transcoded(opened.open(), encoding),
  };
}

async function openBytes(source: ByteSource, name: string, inflate: Inflate, part: string | null): Promise<Opened> {
  const first = await source.read(0, Math.min(source.size, headSize));
  if (zipPart(first) !== null) {
    const parts = await partsOfZip(source, name, inflate);
    return parts
      ? openArchive({ source, first, name, parts, kind: "zip" }, inflate, part)
      : openOne(source, name, inflate, first);
  }
  const opened = await openOne(source, name, inflate, first);
  if (archiveKind(opened.head.bytes) !== "tar") return opened;
  const parts = await partsIn("tar", source, name, inflate);
  return openArchive({ source, first: opened.head.bytes, name, parts, kind: "tar" }, inflate, part);
}

/** Null: it is a document (a workbook), or no archive that can be opened; reading says which. */
async function partsOfZip(source: ByteSource, name: string, inflate: Inflate): Promise<FileParts | null> {
  try {
    const parts = await partsIn("zip", source, name, inflate);
    return isDocument(parts.names) ? null : parts;
  } catch (error) {
    // A workbook that was cut has its own sentence.
    if (error instanceof FailureError && error.failure.reason === loadWords.key("zip-broken")) return null;
    throw error;
  }
}

async function openOne(source: ByteSource, name: string, inflate: Inflate, first: Uint8Array): Promise<Opened> {
  let read = 0;
  const plain = async function* (): AsyncIterable<Uint8Array> {
    read = 0;
    for await (const chunk of source.stream()) {
      read += chunk.length;
      yield chunk;
    }
  };
  const fraction = (): number | null => (source.size > 0 ? read / source.size : null);
  const shared = { source, parts: null, at: null, beside: null, collection: null, fraction };
  // Names of the streams of a compound file stand anywhere in it.
  const isCompound = first[0] === 0xd0 && first[1] === 0xcf;
  const { head, compression } = await inflatedHead(source, name, inflate, isCompound ? 1 << 26 : headSize);
  const open = (): AsyncIterable<Uint8Array> => unpacked(plain(), compression, inflate, name);
  const ranges = compression === "none" ? source : null;
  return { ...shared, ranges, head, recognised: recogniseHead(head), compression, open };
}

interface Archive {
  readonly source: ByteSource;
  readonly first: Uint8Array;
  readonly name: string;
  readonly parts: FileParts;
  readonly kind: ArchiveKind;
}

async function openArchive(
  { source, first, name, parts, kind }: Archive,
  inflate: Inflate,
  part: string | null,
): Promise<Opened> {
  if (parts.names.length === 0) throw new FailureError(loadWords.failure("zip-empty", { name }));
  const [only = ""] = parts.names;
  if (parts.names.length === 1) return openPart({ parts, kind }, only, inflate, null);
  const heads = await headsOfParts(parts, inflate);
  const all = setOf({ source, first, name, parts, kind }, heads);
  const headOf = new Map(parts.names.map((each, at) => [each, heads[at]] as const));
  const openGroup = ({ name: group, folder, names }: Group): Opened => {
    const within = names.flatMap((each) => {
      const head = headOf.get(each);
      return head ? [{ ...head, name: head.name.slice(folder.length) }] : [];
    });
    return { ...setOf({ source, first, name: group, parts: partsOfGroup(parts, folder, names), kind }, within), at: folder };
  };
  // One file of a data set of several, or several that are one by themselves, are read alone where they are asked for.
  if (part !== null && listedFormat(all.recognised.format) && !listedFormat(all.recognised.format)?.sheets) {
    if (parts.names.includes(part)) {
      const head = heads[parts.names.indexOf(part)];
      return openPart({ parts, kind }, part, inflate, {
        items: [{ name: part, format: head ? recogniseHead(head).format : "binary" }],
        open: part,
      });
    }
    const group = groupsOf(parts.names).find(({ name: each }) => each === part);
    const opened = group && openGroup(group);
    if (opened && listedFormat(opened.recognised.format))
      return { ...opened, collection: { items: [{ name: part, format: opened.recognised.format }], open: part } };
    throw new FailureError(loadWords.failure("part-missing", { name, part, parts: parts.names.slice(0, 20).join(", ") }));
  }
  // What is surely one thing is that, whether it is read or named only (a store of Zarr).
  if (listedFormat(all.recognised.format) || all.recognised.confidence === 1) return all;
  // A file with its index is that file.
  const withIndex = fileOfSet({ parts: heads });
  const data = withIndex && parts.names[heads.indexOf(withIndex)];
  if (data) return openPart({ parts, kind }, data, inflate, null);
  const groups = groupsOf(parts.names).flatMap((each) => {
    const opened = openGroup(each);
    const { name: group, names } = each;
    return listedFormat(opened.recognised.format) ? [{ name: group, format: opened.recognised.format, names, opened }] : [];
  });
  // What lies deepest is a data set by itself; what holds it, or shares files with it, is none.
  const taken = new Set<string>();
  const sets = groups.filter(({ names }) => {
    if (names.some((each) => taken.has(each))) return false;
    for (const each of names) taken.add(each);
    return true;
  });
  const alone = parts.names.flatMap((each, at) => {
    const head = heads[at];
    if (!head || taken.has(each)) return [];
    const { format, confidence } = recogniseHead(head);
    // Prose is a table of sorts: what is surely one goes first, and what is not loaded last.
    return [{ name: each, format, likely: !isLoaded({ format }) ? -1 : isProse(each) ? 0 : confidence }];
  });
  const ordered = alone.sort((a, b) => b.likely - a.likely);
  const items = [...sets, ...ordered].map(({ name: each, format }) => ({ name: each, format }));
  const chosen = part ?? items.find(isLoaded)?.name ?? null;
  if (chosen === null) return all;
  const collection = { items, open: chosen };
  const set = groups.find((each) => each.name === chosen);
  if (set) return { ...set.opened, collection };
  // A file of one of the data sets, by itself.
  if (parts.names.includes(chosen)) return openPart({ parts, kind }, chosen, inflate, collection);
  const told = items.slice(0, 20).map(({ name: each }) => each);
  throw new FailureError(loadWords.failure("part-missing", { name, part: chosen, parts: told.join(", ") }));
}

/** By its name: what people write beside their data. */
const isProse = (name: string): boolean =>
  /(?:^|\/)(?:README|LICEN[CS]E|NOTES?|CHANGES|CITATION)[^/]*$|\.(?:md|rst)$/i.test(name);

const isLoaded = ({ format }: { readonly format: string }): boolean => listedFormat(format) !== null;

async function openPart(
  { parts, kind }: Pick<Archive, "parts" | "kind">,
  name: string,
  inflate: Inflate,
  collection: Collection | null,
): Promise<Opened> {
  const source = parts.source(name) as ByteSource;
  const first = await source.read(0, Math.min(source.size, headSize));
  const opened = await openOne(source, name, inflate, first);
  // One in another that could not be opened says why.
  if (archiveKind(opened.head.bytes) === "tar") await partsIn("tar", source, name, inflate);
  const compression = opened.compression === "none" ? kind : opened.compression;
  return { ...opened, at: name, beside: parts, compression, collection };
}

function setOf({ source, first, name, parts, kind }: Archive, heads: readonly FileHead[]): Opened {
  const head = headOfSet(first, name, heads);
  const recognised = recogniseHead(head);
  return {
    source,
    parts,
    at: "",
    beside: null,
    collection: null,
    head,
    recognised,
    compression: kind,
    ranges: source,
    open: () => source.stream(),
    fraction: () => null,
  };
}
