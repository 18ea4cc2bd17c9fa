// A name that says something else than the content: text called .xlsx, a workbook called .csv. Such files are read as
// what they are, and people are told.

import { isArchiveName } from "../base/archive-name.ts";
import { knownFormats } from "../known-formats.ts";
import { type Compression, packedEnding } from "../base/compressions.ts";

export interface OtherEnding {
  /** As it stands in the name, small: ".xlsx". */
  readonly ending: string;
  /** What it is instead: a format, or how it is packed. */
  readonly content: string;
  /** Files with this ending hold no text. */
  readonly isOfBytes: boolean;
}

/** Endings of gzip stand for all that gunzip takes. */
const packedSo = (ending: string, compression: Compression): boolean =>
  ending.endsWith("gz")
    ? compression === "gzip" || compression === "gzip-members" || compression === "bgzf" || compression === "zip"
    : compression === (ending === ".bz2" ? "bzip2" : ending === ".xz" ? "xz" : "zstd");

/** Null when name and content agree, or the name says nothing. */
export function otherEnding(name: string, format: string, compression: Compression): OtherEnding | null {
  const small = name.toLowerCase();
  // An archive says nothing of what is in it.
  if (small.endsWith(".zip") && compression !== "tar" && (compression === "zip" || format !== "zip")) return null;
  if (!small.endsWith(".zip") && isArchiveName(small) && format !== "zip") return null;
  const packing = packedEnding.exec(small)?.[0] ?? "";
  if (packing !== "" && !packedSo(packing, compression))
    return { ending: packing, content: compression === "none" ? format : compression, isOfBytes: false };
  const inner = small.slice(0, small.length - packing.length);
  const ending = knownFormats.flatMap(({ endings }) => endings).find((one) => inner.endsWith(one));
  if (ending === undefined) return null;
  const theirs = knownFormats.filter(({ endings }) => endings.includes(ending));
  const isPacked = knownFormats.some((one) => one.name === format && one.isPacked);
  const isPackedUnsaid = packing === "" && compression !== "none" && !isPacked;
  if (theirs.some((one) => one.name === format) && !isPackedUnsaid) return null;
  return { ending, content: isPackedUnsaid ? compression : format, isOfBytes: theirs.every(({ isText }) => !isText) };
}
