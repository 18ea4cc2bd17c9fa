// Of a file and its index that were loaded together: which is which. Indexes are called as the tools call them: x.bam.bai,
// x.bam.csi, x.bai, x.csi; x.vcf.gz.tbi.

import type { ByteSource } from "../../../base/byte-source.ts";
import type { ReadTask } from "../../../contract/format.ts";

type Parts = Pick<ReadTask, "parts" | "source" | "name">;

export interface Part {
  /** As sentences call it. */
  readonly name: string;
  /** Null: the file is one and no set. */
  readonly part: string | null;
  readonly source: ByteSource;
}

/** The file itself: of a set the part with one of these endings. */
export function partIn({ parts, source, name }: Parts, endings: readonly string[]): Part {
  const found = parts?.names.find((one) => endings.some((ending) => one.toLowerCase().endsWith(ending)));
  const own = found === undefined ? null : (parts?.source(found) ?? null);
  return found === undefined || own === null ? { name, part: null, source } : { name: found, part: found, source: own };
}

const indexEndings = [".bai", ".csi", ".tbi"] as const;

/** Its index, which stands in the same set; null: there is none. */
export function indexIn({ parts }: Parts, part: string | null): { readonly name: string; readonly source: ByteSource } | null {
  if (parts === null || part === null) return null;
  const stem = part.replace(/\.[^.]+$/, "");
  const names = indexEndings.flatMap((ending) => [`${part}${ending}`, `${stem}${ending}`]);
  for (const name of names) {
    const found = parts.names.find((one) => one.toLowerCase() === name.toLowerCase());
    const source = found === undefined ? null : parts.source(found);
    if (found !== undefined && source !== null) return { name: found, source };
  }
  return null;
}
