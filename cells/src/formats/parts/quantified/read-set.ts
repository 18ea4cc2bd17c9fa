// One file of a program, or those of several samples, as one matrix.

import { withoutTwins } from "../../../base/packed-twins.ts";
import type { FileContent, FileHead, FileParts, Issue, ReadTask, Sniffed } from "../../../contract/format.ts";
import type { Assay } from "../../../artifacts/artifact.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { fileHead } from "../file-head.ts";
import { contentOf } from "../matrices/whole-assay.ts";
import { type JoinOptions, joinQuantified, type Quantified } from "./quantified.ts";
import { namingPart } from "../naming-part.ts";
import { nameOfOne, sampleNames } from "./sample-names.ts";
import { words } from "./words.ts";

/** One file of it; or several, each of which is one. Other files beside them change nothing. */
export function sniffSet(head: FileHead, program: string, one: (head: FileHead) => Sniffed | null): Sniffed | null {
  if (!head.parts) return one(head);
  const count = withoutTwins(head.parts.filter((part) => one(part) !== null).map(({ name }) => name)).length;
  // Of very many only the first are looked into here; whoever reads them takes all.
  const isAll = head.parts.every(({ bytes, isWhole }) => isWhole || bytes.length > 0);
  return count > 1 ? { confidence: 1, why: words.key(isAll ? "why-set" : "why-set-many"), params: { count, program } } : null;
}

export interface QuantifiedFile {
  readonly quantified: Quantified;
  readonly said?: readonly Sentence[];
}
type ReadOne = (chunks: AsyncIterable<Uint8Array>, sample: string) => Promise<QuantifiedFile>;

export interface QuantifiedProgram extends Omit<JoinOptions, "duplicates" | "layer"> {
  isOne(head: FileHead): boolean;
  readonly read: ReadOne;
  /** Which measure is the values where none is chosen, by all files; absent: the first. */
  choose?(files: readonly QuantifiedFile[]): { readonly measure: string; readonly issues: readonly Issue[] };
}

/** The beginning of a part, by which those of the program are told. */
const headOfPart = 1 << 14;

export async function readQuantified(task: ReadTask, { isOne, read, choose, ...how }: QuantifiedProgram): Promise<FileContent> {
  const { duplicates, layer } = task.settings;
  const { files, left } = task.parts ? await filesOf(task.parts, isOne, read) : { files: [await alone(task, read)], left: [] };
  const chosen = layer === null ? choose?.(files) : undefined;
  const quantified = files.map((file) => file.quantified);
  const { assay, issues } = joinQuantified(quantified, { ...how, duplicates, layer: layer ?? chosen?.measure ?? null });
  const found: Issue[] = [
    ...(chosen?.issues ?? (layer === null ? issuesOfMeasures(assay, files) : [])),
    ...issues,
    ...(left.length > 0 ? [note(doubt(words.sentence("parts-left", { files: left.slice(0, 20) })))] : []),
  ];
  const [first] = files;
  const [sample, ...more] = first?.quantified.samples ?? [];
  const named =
    files.length > 1
      ? [words.sentence("log-joined", { samples: assay.sampleCount, features: assay.featureCount })]
      : sample !== undefined && more.length === 0
        ? [words.sentence("one-sample", { sample })]
        : [];
  return contentOf(assay, found, [...named, ...(first?.said ?? [])]);
}

/** What else is estimated, with the setting that takes it as the values. */
function issuesOfMeasures({ layers = [] }: Assay, files: readonly QuantifiedFile[]): readonly Issue[] {
  const [layer] = layers;
  if (!layer) return [];
  const taken = files[0]?.quantified.measures[0]?.[0]?.name ?? "";
  const message = words.sentence("measures", { taken, others: layers.map(({ name }) => name) });
  return [note(doubt(message, { path: ["layer"], value: layer.name }))];
}

const note = (issue: Issue): Issue => ({ ...issue, severity: "note" });

const alone = (task: ReadTask, read: ReadOne): Promise<QuantifiedFile> => read(task.open(), nameOfOne);

async function filesOf(parts: FileParts, isOne: (head: FileHead) => boolean, read: ReadOne) {
  const taken: string[] = [];
  const left: string[] = [];
  const once = new Set(withoutTwins(parts.names));
  for (const name of parts.names) {
    const head = once.has(name) ? await beginningOf(parts, name) : null;
    (head && isOne(head) ? taken : left).push(name);
  }
  const samples = sampleNames(taken);
  const files: QuantifiedFile[] = [];
  for (const [at, name] of taken.entries()) {
    files.push(await namingPart(name, () => read(parts.open(name), samples[at] as string)));
  }
  return { files, left };
}

async function beginningOf(parts: FileParts, name: string): Promise<FileHead | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let isWhole = true;
  for await (const chunk of parts.open(name)) {
    pieces.push(chunk.slice(0, headOfPart - size));
    size += pieces.at(-1)?.length ?? 0;
    if (size < headOfPart) continue;
    isWhole = false;
    break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return fileHead(bytes, name.replace(/\.b?gz$/i, ""), isWhole);
}
