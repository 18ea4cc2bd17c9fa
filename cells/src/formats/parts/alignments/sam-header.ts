// The header of SAM and BAM as text (SAM specification 1.6, section 1.3): sequences, samples, the order of its records.

import { buildOfContigs } from "../../../artifacts/builds.ts";

export interface Contig {
  readonly name: string;
  /** Null where the header does not say. */
  readonly length: number | null;
}

export interface SamHeader {
  readonly contigs: readonly Contig[];
  /** SM of its read groups, in order, each once; of those that name none, their ids. */
  readonly samples: readonly string[];
  /** Read group -> sample. */
  readonly groups: ReadonlyMap<string, string>;
  /** Of its records: "coordinate", "queryname", "unsorted"; null: not said. */
  readonly order: string | null;
  readonly version: string | null;
}

export function samHeader(text: string): SamHeader {
  const contigs: Contig[] = [];
  const groups = new Map<string, string>();
  let order: string | null = null;
  let version: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const tag = (name: string): string | null => {
      const at = line.indexOf(`\t${name}:`);
      if (at < 0) return null;
      const end = line.indexOf("\t", at + 1);
      return line.slice(at + name.length + 2, end < 0 ? undefined : end);
    };
    if (line.startsWith("@HD\t")) [version, order] = [tag("VN"), tag("SO")];
    else if (line.startsWith("@SQ\t")) {
      const name = tag("SN");
      const length = Number(tag("LN") ?? Number.NaN);
      if (name !== null) contigs.push({ name, length: Number.isSafeInteger(length) && length > 0 ? length : null });
    } else if (line.startsWith("@RG\t")) {
      const id = tag("ID");
      if (id !== null) groups.set(id, tag("SM") ?? id);
    }
  }
  return { contigs, samples: [...new Set(groups.values())], groups, order, version };
}

export const buildOf = ({ contigs }: Pick<SamHeader, "contigs">): string | null => buildOfContigs(contigs);
