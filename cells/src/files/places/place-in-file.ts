// A written place held against the sequences that a file has: a name that it does not know, a place behind the end of its
// sequence and one of another build are refused with what to do.

import type { IndexedFile, Table } from "../../artifacts/artifact.ts";
import { plainChromosome } from "../../artifacts/builds.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonPath } from "../../base/json.ts";
import type { Place } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { placeWritten } from "./place-written.ts";
import { words } from "./words.ts";

export interface PlaceAsked {
  readonly text: string;
  /** In which it is counted; null: that of the file. */
  readonly build: string | null;
  /** The field that holds it, which a fix mends; null: the value of a parameter. */
  readonly at: JsonPath | null;
}

export interface Contigs {
  readonly names: readonly string[];
  length(at: number): number | null;
}

export function contigsOf({ contigs }: Pick<IndexedFile, "contigs">): Contigs {
  const [first] = contigs.columns;
  const lengths = columnOf(contigs as Table, "length");
  const names = Array.from({ length: contigs.rowCount }, (_, row) => String(first ? (cellJson(first, row) ?? "") : ""));
  return {
    names,
    length: (at) => {
      const found = lengths ? cellJson(lengths, at) : null;
      return typeof found === "number" ? found : null;
    },
  };
}

export function placeInFile(
  file: IndexedFile,
  { text, build, at }: PlaceAsked,
): { readonly place: Place; readonly said: readonly Sentence[] } {
  const name = file.part ?? file.file.name;
  const field = at === null ? {} : { at };
  const { names, length } = contigsOf(file);
  const known = new Set(names);
  const written = placeWritten(text, (contig) => known.has(contig));
  if (!written) throw new FailureError(words.failure("unreadable", { place: text.slice(0, 100) }, field));
  const { contig, range } = written;
  if (range && range.end <= range.start) throw new FailureError(words.failure("empty", { place: text }, field));
  const said: Sentence[] = [];
  refuseOtherBuild(file, build, said);
  const number = names.indexOf(contig);
  if (number < 0) throw new FailureError(noContig(name, contig, names, text, at));
  const ends = length(number);
  if (range && ends !== null && range.start >= ends)
    throw new FailureError(words.failure("beyond", { name, contig, length: ends, start: range.start + 1 }, field));
  if (range && ends !== null && range.end > ends) said.push(words.sentence("clipped", { contig, length: ends }));
  const end = Math.min(range?.end ?? Number.POSITIVE_INFINITY, ends ?? 2 ** 31 - 1);
  return { place: { contig, start: range?.start ?? 0, end }, said };
}

/** What is known to be of another build; where it is not known, that is said. */
export function refuseOtherBuild(file: IndexedFile, build: string | null, said: Sentence[]): void {
  if (build === null || build === file.build) return;
  const name = file.part ?? file.file.name;
  if (file.build !== null) throw new FailureError(words.failure("other-build", { name, build, found: file.build }));
  said.push(words.sentence("build-unknown", { name, build }));
}

function noContig(name: string, contig: string, names: readonly string[], text: string, at: JsonPath | null) {
  const plain = plainChromosome(contig).toLowerCase();
  const alike = (one: string): boolean => {
    const other = plainChromosome(one).toLowerCase();
    return other === plain || (isMitochondrial(other) && isMitochondrial(plain));
  };
  const like = names.find(alike);
  if (like === undefined) {
    const contigs = names.length > 8 ? `${names.slice(0, 8).join(", ")}, …` : names.join(", ");
    return words.failure("no-contig", { name, contig, contigs }, at === null ? {} : { at });
  }
  const fix = at === null ? {} : { at, fix: { path: at, value: text.replace(contig, like) } };
  return words.failure("no-contig-like", { name, contig, like }, fix);
}

const isMitochondrial = (plain: string): boolean => plain === "m" || plain === "mt";
