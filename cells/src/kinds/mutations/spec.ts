// Mutations of a cohort: who is mutated where, by what is known of the samples; pictures and tables of it.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { mutationsReport } from "../../reports/mutations/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const column = (title: string, description: string) => z.string().max(10_000).default("").meta({ title, description });

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Mutations", description: "A MAF file, or a table with a row a mutation: its gene, sample and class" }),
  samples: cellRef().nullable().default(null).meta({
    title: "Samples",
    description:
      "A table with a row a sample or patient: who was looked at, and what is known of them. Null: those with mutations alone",
  }),
  idColumn: column(
    "Sample, in the table of samples",
    "Empty: the column whose values are found among the samples of the mutations",
  ),
  sequencedColumn: column(
    "Was sequenced",
    "Column of the samples that says who was sequenced (yes/no, true/false, 1/0). Empty: see the next",
  ),
  unlisted: z.enum(["not-sequenced", "wild-type"]).default("not-sequenced").meta({
    title: "Without a mutation in the file",
    description:
      "Samples of the table of which the file holds nothing: not-sequenced (nothing is known of their genes) or wild-type",
  }),
  geneColumn: column("Gene", "Empty: Hugo_Symbol, or the column of genes"),
  sampleColumn: column("Sample", "Empty: Tumor_Sample_Barcode, or the column of samples"),
  classColumn: column("Class", "Empty: Variant_Classification or the like; where there is none every row counts, which is said"),
  changeColumn: column("Change of the protein", "Empty: HGVSp_Short, Protein_Change or the like"),
  classes: z.array(z.string().max(200)).max(200).default([]).meta({
    title: "Classes that count",
    description: "Empty: maftools' nine classes that change the protein",
  }),
  by: z.enum(["auto", "sample", "patient"]).default("auto").meta({
    title: "A row is",
    description: "sample; patient: TCGA barcodes by their first 12 letters; auto: patient where barcodes are longer, said",
  }),
  duplicates: z.enum(["once", "each"]).default("once").meta({
    title: "The same mutation twice",
    description: "In one sample at one place: counts once, or each time",
  }),
  megabases: orRef(z.number().gt(0).max(10_000).nullable()).default(null).meta({
    title: "Sequenced size, Mb",
    description:
      "How many megabases the sequencing covers: the burden is per Mb of it. Null: it is not guessed, and burden is a number",
  }),
  burden: z.enum(["counted", "all"]).default("counted").meta({
    title: "Burden and substitutions of",
    description: "counted: mutations of the classes that count (as maftools); all: silent ones, too",
  }),
  genes: z.array(z.string().max(200)).max(200).default([]).meta({
    title: "Genes",
    description: "Drawn and compared. Empty: the most often mutated ones",
  }),
  top: orRef(z.number().int().min(1).max(100)).default(20).meta({
    title: "Number of genes",
    description: "Of the most often mutated ones",
  }),
  tracks: z.array(z.string().max(10_000)).max(12).default([]).meta({
    title: "Tracks",
    description: "Columns of the samples that stand above the oncoprint",
  }),
  gene: orRef(z.string().max(200)).default("").meta({
    title: "Gene of the lollipop",
    description: "Empty: the most often mutated one. A parameter turns it",
  }),
  domains: cellRef().nullable().default(null).meta({
    title: "Domains of proteins",
    description: "A table with columns gene, start, end and name of domains, and length of the protein (amino acids)",
  }),
  proteinLength: orRef(z.number().int().min(1).max(100_000).nullable()).default(null).meta({
    title: "Length of the protein",
    description: "Amino acids, where no table says it",
  }),
});
export type MutationsSpec = z.output<typeof schema>;

export const mutations = defineKind({
  ...card,
  title: "Mutations of a cohort",
  example,
  // 3: pairs of genes are drawn;
  // classes that may change the protein under other names than MAF's are pointed out.
  version: 3,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  variants: () => [mutationsReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from }) => (from === null ? "from" : null),
  discloses,
  carries: () => closed,
  words: ({ from, samples, genes }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const params = { from: nameOf(from), samples: samples ? nameOf(samples) : "", n: genes.length };
    if (genes.length > 0) return words.say(samples ? "words-genes-samples" : "words-genes", params, locale);
    return words.say(samples ? "words-samples" : "words", params, locale);
  },
  suggestName: ({ from }, context) => (from ? `${context.nameOf(from)}_summary` : "mutations"),
});
