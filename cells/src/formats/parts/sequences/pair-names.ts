// Whether two reads, or two files of them, are a pair: by the names that sequencers give. Illumina since 1.8 writes
// "name 1:N:0:INDEX" and "name 2:N:0:INDEX", before it "name/1" and "name/2"; the SRA writes "name.1" in one column and the mate nowhere.

import { failure, type Failure, FailureError } from "../../../base/failure.ts";
import { words } from "./words.ts";

export interface ReadName {
  /** What both reads of a pair are called. */
  readonly name: string;
  /** Which of them it is; null where the title does not say. */
  readonly mate: 1 | 2 | null;
}

const mateOf = (text: string | undefined): 1 | 2 | null => (text === "1" ? 1 : text === "2" ? 2 : null);

/** Of a title without "@". */
export function readName(title: string): ReadName {
  const cut = title.search(/[ \t]/);
  const id = cut < 0 ? title : title.slice(0, cut);
  const rest = cut < 0 ? "" : title.slice(cut + 1);
  const slashed = /^(.+)\/([12])$/.exec(id);
  if (slashed) return { name: slashed[1] as string, mate: mateOf(slashed[2]) };
  return { name: id, mate: mateOf(/^([12]):[YN]:\d+(?::|$)/.exec(rest)?.[1]) };
}

/** Null: they are a pair. `row` from 1. */
export function pairFailure(first: string, second: string, row: number): Failure | null {
  const one = readName(first);
  const other = readName(second);
  if (one.name !== other.name) return words.failure("pair-differs", { row, first: one.name, second: other.name });
  if (one.mate !== null && one.mate === other.mate) return words.failure("pair-same", { mate: one.mate });
  return null;
}

/** Titles of both files in their order; fails at the first that are no pair. Answers the names that they share. */
export function pairedNames(first: readonly string[], second: readonly string[]): readonly string[] {
  const names = first.slice(0, second.length).map((title, at) => {
    const found = pairFailure(title, second[at] as string, at + 1);
    if (found) throw new FailureError(failure(found.reason, found.params));
    return readName(title).name;
  });
  if (first.length !== second.length)
    throw new FailureError(words.failure("pair-count", { first: first.length, second: second.length }));
  return names;
}

/** Of names of files as sequencers write them ("S1_L001_R1_001.fastq.gz", "x_2.fq"): what both have in common, and which it is. */
export function mateOfFile(name: string): { readonly stem: string; readonly mate: 1 | 2 } | null {
  const found = /^(.*?)([._-]R?)([12])((?:_\d{3})?\.(?:fastq|fq)(?:\.(?:gz|bgz|bz2))?)$/i.exec(name);
  const mate = mateOf(found?.[3]);
  return found && mate !== null ? { stem: `${found[1]}${found[2]}*${found[4]}`, mate } : null;
}
