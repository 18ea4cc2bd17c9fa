// What a coverage cell says: of which alignments, in bins of a place or of all, or by the genes of an annotation.

import { z } from "zod";
import { isCellRef } from "../../base/refs.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Alignments", description: "A BAM" }),
  genes: cellRef().nullable().default(null).meta({
    title: "Annotation",
    description: "A table of intervals (GTF, GFF, BED): reads are counted by its genes. Empty = depth in bins",
  }),
  place: orRef(z.string().max(200))
    .default("")
    .meta({ title: "Place", description: "chr1:1,000-2,000, a chromosome, or =parameter; empty = all of the file" }),
  bin: z.int().min(1).max(1_000_000_000).nullable().default(null).meta({
    title: "Bases of a bin",
    description: "Of depth: its mean over so many. Empty = by the length of what is asked, 10,000 bins at most",
  }),
  minQuality: z.int().min(0).max(255).default(0).meta({ title: "Mapping quality from", description: "Reads below are left out" }),
  withoutFlags: z.int().min(0).max(65_535).nullable().default(null).meta({
    title: "Without flags",
    description:
      "Reads with any of these bits are left out. Empty = of depth 1796 (unmapped, secondary, failed, duplicates), as samtools depth; of genes none, as featureCounts",
  }),
  gene: z
    .string()
    .max(1000)
    .nullable()
    .default(null)
    .meta({ title: "Column of genes", description: "Of the annotation; empty = gene_id, gene or name, found" }),
  only: z
    .string()
    .max(1000)
    .nullable()
    .default(null)
    .meta({ title: "Rows of type", description: "Of the annotation; empty = exon, where it has such rows, else all" }),
  strand: z.enum(["both", "same", "opposite"]).default("both").meta({
    title: "Strand",
    description: "Of genes: reads of either, of the gene's strand, or of the opposite one (featureCounts -s 0, 1, 2)",
  }),
  multiple: z
    .boolean()
    .default(false)
    .meta({ title: "Reads of several places, too", description: "Of genes: reads whose tag NH is above 1 (featureCounts -M)" }),
});
export type CoverageSpec = z.output<typeof schema>;

export const coverage = defineKind({
  ...card,
  title: "Coverage",
  example,
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : null),
  discloses,
  words: (spec, context) => {
    if (!spec.from) return words.say("words-empty", {}, context.locale);
    const from = context.nameOf(spec.from);
    if (spec.genes) return words.say("words-genes", { from, genes: context.nameOf(spec.genes) }, context.locale);
    const place = isCellRef(spec.place) ? context.nameOf(spec.place) : spec.place;
    const { bin } = spec;
    if (bin === null) return words.say(place === "" ? "words-found" : "words-found-place", { from, place }, context.locale);
    return words.say(place === "" ? "words-depth" : "words-depth-place", { from, bin, place }, context.locale);
  },
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_${spec.genes ? "counts" : "depth"}` : "coverage"),
});
