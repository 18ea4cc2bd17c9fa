// Counts what reads cover: depth in bins, or reads of genes. Records stream by; what is kept follows from the answer.

import type { Table } from "../../artifacts/artifact.ts";
import { plainChromosome } from "../../artifacts/builds.ts";
import { FailureError } from "../../base/failure.ts";
import { isCellRef } from "../../base/refs.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import type { CoveredBy, Place } from "../../contract/format.ts";
import { DepthInBins, flagsOfDepth } from "../../files/places/depth-in-bins.ts";
import { type GenesOfTable, genesOfTable } from "../../files/places/genes-of-table.ts";
import { contigsOf, placeInFile, refuseOtherBuild } from "../../files/places/place-in-file.ts";
import { type PlacesOfFile, placesOf } from "../../files/places/places-of.ts";
import { assignedOf, ReadsOfGenes } from "../../files/places/reads-of-genes.ts";
import { stemOf } from "../../formats.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { binByLength } from "./bin-by-length.ts";
import { words as cardWords } from "./card-words.ts";
import type { CoverageSpec } from "./spec.ts";
import { words } from "./words.ts";

/** Of bins that somebody wrote: a whole human genome in bins of 1,000 bases makes 3.1 million. */
const mostRows = 5_000_000;

export const execute: Execute<CoverageSpec> = async (spec, context) => {
  if (!spec.from) return err(cardWords.failure("needs-from", {}, { at: ["from"] }));
  try {
    const of = await placesOf(context.input(spec.from), (file) => context.fileOf(file), context.engines.inflate);
    const place = placeIn(spec, of, context);
    const out = spec.genes
      ? await genes(spec, of, place, context.input(spec.genes) as Table, context)
      : await depth(spec, of, place, context);
    return ok({ out });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return err(error.failure);
  }
};

const sayIn = (context: ExecuteContext) => (sentence: Sentence) => context.log(sentenceIn(sentence, "en"));

function placeIn(spec: CoverageSpec, { artifact }: PlacesOfFile, context: ExecuteContext): Place | null {
  const text = String(context.valueOf(spec.place) ?? "");
  if (text.trim() === "") return null;
  const { place, said } = placeInFile(artifact, { text, build: null, at: isCellRef(spec.place) ? null : ["place"] });
  said.forEach(sayIn(context));
  return place;
}

async function counted(
  spec: CoverageSpec,
  { artifact, bytes, reader }: PlacesOfFile,
  place: Place | null,
  by: CoveredBy,
  withoutFlags: number,
  context: ExecuteContext,
): Promise<readonly string[]> {
  if (!reader.covered)
    throw new FailureError(words.failure("no-alignments", { format: artifact.format.toUpperCase() }, { at: ["from"] }));
  const { groups } = await reader.covered({
    artifact,
    bytes,
    place,
    by,
    minQuality: spec.minQuality,
    withoutFlags,
    signal: context.signal,
    progress: (fraction) => context.progress(fraction, words.sentence("progress")),
  });
  return groups;
}

async function depth(spec: CoverageSpec, of: PlacesOfFile, place: Place | null, context: ExecuteContext) {
  const contigs = contigsOf(of.artifact);
  const bases = place
    ? place.end - place.start
    : contigs.names.reduce((all, _, contig) => all + (contigs.length(contig) ?? 0), 0);
  const bin = spec.bin ?? binByLength(bases);
  const bins = new DepthInBins(contigs, place, bin);
  if (bins.rows > mostRows) {
    const better = bin * Math.ceil(bins.rows / mostRows);
    const params = { bin, rows: bins.rows, most: mostRows, better };
    throw new FailureError(words.failure("too-many-bins", params, { at: ["bin"], fix: { path: ["bin"], value: better } }));
  }
  const flags = spec.withoutFlags ?? flagsOfDepth;
  await counted(spec, of, place, bins, flags, context);
  if (spec.bin === null) sayIn(context)(words.sentence("said-bin", { bin, bases }));
  sayIn(context)(words.sentence("said-depth", { flags }));
  return bins.table(of.artifact.build);
}

async function genes(spec: CoverageSpec, of: PlacesOfFile, place: Place | null, table: Table, context: ExecuteContext) {
  const { artifact } = of;
  const name = artifact.part ?? artifact.file.name;
  const contigs = contigsOf(artifact);
  const annotation = genesOfTable(table, spec);
  const say = sayIn(context);
  const said: Sentence[] = [];
  refuseOtherBuild(artifact, annotation.build, said);
  refuseOtherNames(annotation, contigs.names, name, said);
  said.forEach(say);
  const reads = new ReadsOfGenes(annotation, contigs, spec);
  const groups = await counted(spec, of, place, reads, spec.withoutFlags ?? 0, context);
  reads.end();
  const one = stemOf(name);
  const samples = Math.max(1, groups.length);
  const names = Array.from({ length: samples }, (_, at) => (groups[at] === undefined || groups[at] === "" ? one : groups[at]));
  const sum = (part: (tally: (typeof reads.tallies)[number]) => number): number =>
    reads.tallies.reduce((all, tally) => all + part(tally), 0);
  const params = {
    assigned: sum(assignedOf),
    ambiguous: sum((tally) => tally.ambiguous),
    none: sum((tally) => tally.none),
    multiple: sum((tally) => tally.multiple),
  };
  const all = params.assigned + params.ambiguous + params.none + params.multiple;
  const only = annotation.only ?? { ...words.sentence("all-rows") };
  say(words.sentence("said-rows", { n: annotation.rows.length, only, genes: annotation.genes.length }));
  say(words.sentence("said-genes", { ...params, all }));
  return reads.assay(names);
}

/** Rows on sequences that the file does not have are told; where none is there, that is refused. */
function refuseOtherNames({ rows }: GenesOfTable, names: readonly string[], name: string, said: Sentence[]): void {
  const known = new Set(names);
  const missing = rows.filter(({ contig }) => !known.has(contig));
  if (missing.length === 0) return;
  const contigs = [...new Set(missing.map(({ contig }) => contig))];
  const plain = new Map(names.map((one) => [plainChromosome(one).toLowerCase(), one]));
  const isSpelledOtherwise = contigs.some((contig) => plain.has(plainChromosome(contig).toLowerCase()));
  if (missing.length === rows.length || isSpelledOtherwise) {
    const params = { name, file: names.slice(0, 5).join(", "), genes: contigs.slice(0, 5).join(", ") };
    throw new FailureError(words.failure("genes-other-names", params, { at: ["genes"] }));
  }
  const told = contigs.length > 8 ? `${contigs.slice(0, 8).join(", ")}, …` : contigs.join(", ");
  said.push(words.sentence("said-missing", { n: missing.length, name, contigs: told }));
}
