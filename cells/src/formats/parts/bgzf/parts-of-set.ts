// Of a file and its index that were loaded together: which is which. Indexes are called as the tools call them: x.bam.bai,
// x.bam.csi, x.bai, x.csi; x.vcf.gz.tbi.

import type { ByteSource } from "../../../base/byte-source.ts";
import type { FileHead, ReadTask } from "../../../contract/format.ts";

type Parts = Pick<ReadTask, "parts" | "beside" | "at" | "source" | "name">;

export interface Part {
  /** As sentences call it. */
  readonly name: string;
  /** Its path in the archive that it came in; null: the file is one by itself. */
  readonly part: string | null;
  readonly source: ByteSource;
}

/** The file itself: of a set the part with one of these endings. */
export function partIn({ parts, at, source, name }: Parts, endings: RegExp): Part {
  const found = parts?.names.find((one) => endings.test(one));
  const own = found === undefined ? null : (parts?.source(found) ?? null);
  if (found !== undefined && own !== null) return { name: found, part: `${at ?? ""}${found}`, source: own };
  return { name: at === null || at === "" ? name : at, part: parts === null ? at : null, source };
}

const indexEnding = /\.(?:bai|csi|tbi)$/i;

/** Its index, which lies beside it; null: there is none. The name is its path in the archive. */
export function indexIn(
  { parts, beside, at }: Parts,
  { part }: Part,
): { readonly name: string; readonly source: ByteSource } | null {
  const all = parts ?? beside;
  if (all === null || part === null) return null;
  const folder = parts === null ? "" : (at ?? "");
  const found = all.names.find((name) => isIndexOf(`${folder}${name}`, part));
  const source = found === undefined ? null : all.source(found);
  return found === undefined || source === null ? null : { name: `${folder}${found}`, source };
}

function isIndexOf(name: string, file: string): boolean {
  if (!indexEnding.test(name)) return false;
  const stem = name.replace(indexEnding, "").toLowerCase();
  const of = file.toLowerCase();
  // The beginning of a packed file is called as what is in it.
  return [stem, stem.replace(/\.b?gz$/, "")].includes(of) || stem === of.replace(/\.[^./]+$/, "");
}

/** The one part that is no index, where all others are its indexes; null: it is no such set. */
export function fileOfSet({ parts }: Pick<FileHead, "parts">): FileHead | null {
  if (parts === null) return null;
  const [file, ...others] = parts.filter(({ name }) => !indexEnding.test(name));
  const indexes = parts.filter(({ name }) => indexEnding.test(name));
  return file && others.length === 0 && indexes.length > 0 && indexes.every(({ name }) => isIndexOf(name, file.name))
    ? file
    : null;
}
