// Association of variants with a trait: genotypes, a trait of their samples, covariates, a model.

import { z } from "zod";
import { associationSchema, modelOf, usualAssociation } from "../../association-models.ts";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { associationReport } from "../../reports/association/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const share = (title: string, description: string, value: number) =>
  z.number().min(0).max(1).default(value).meta({ title, description });

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Genotypes", description: "Copies of an allele, variants x samples" }),
  sheet: cellRef().nullable().default(null).meta({
    title: "Traits",
    description: "A table with a row a sample, joined by its ids; null: the columns of the samples themselves",
  }),
  trait: z.string().default("").meta({ title: "Trait", description: "Column of a number, or of cases and controls" }),
  caseValue: z.string().default("").meta({
    title: "Means a case",
    description: "Of a trait of two values; empty: 1 of 0 and 1, 2 of 1 and 2, “case” and the like, said",
  }),
  traitIs: z.enum(["auto", "number"]).default("auto").meta({
    title: "Trait is",
    description:
      "auto: two values are cases and controls, 0, 1 and 2 PLINK's missing, control and case; number: a number, whatever it holds",
  }),
  model: associationSchema.default(usualAssociation).meta({ title: "Model", description: "{type, …}: how a variant is tested" }),
  covariates: z.array(z.string()).default([]).meta({
    title: "Covariates",
    description: "Columns that the trait depends on by themselves: age, sex, batch; texts become groups",
  }),
  pcs: z.number().int().min(0).max(40).default(0).meta({
    title: "Principal components",
    description:
      "So many of the genotypes are covariates too: of `components` where it is given, else found here of common variants outside long-range linkage",
  }),
  components: cellRef().nullable().default(null).meta({
    title: "Components",
    description: "A table of scores (kind reduce) with columns PC1, PC2, …, joined by the ids of samples",
  }),
  sites: cellRef().nullable().default(null).meta({
    title: "Places of variants",
    description: "A table with chromosome, position and alleles, joined by the ids of variants; null: those of the matrix",
  }),
  minCount: z.number().int().min(1).default(20).meta({
    title: "Least copies of the rarer allele",
    description: "Variants with fewer among all who are taken are left out",
  }),
  hwe: share("Hardy-Weinberg from", "Variants with a smaller exact p among controls are left out; 0: none are", 0),
  ancestry: z.string().default("").meta({
    title: "Within",
    description: "Column of populations within which Hardy-Weinberg is tested; empty: all together, which a mixture fails",
  }),
  sexChromosomes: z.enum(["leave-out", "x-twice"]).default("leave-out").meta({
    title: "X and Y",
    description: "leave-out: autosomes alone; x-twice: X as well, one copy of a male counting as two (plink2 --xchr-model 2)",
  }),
  threshold: share("Genome-wide", "p below which a variant is a hit; 0: 0.05 divided by the variants tested", 5e-8),
  clump: z
    .strictObject({
      first: share("First", "p from which on a variant starts a clump", 1e-4),
      second: share("Second", "p up to which one joins it", 0.01),
      linkage: share("r²", "from which on it does", 0.5),
      kb: z.number().gt(0).default(250).meta({ title: "Within", description: "Kilobases on each side" }),
    })
    .default({ first: 1e-4, second: 0.01, linkage: 0.5, kb: 250 })
    .meta({ title: "Clumps", description: "{first, second, linkage, kb}, as plink's --clump" }),
  locus: z
    .string()
    .default("")
    .meta({ title: "Locus of", description: "Id of the variant that is looked at; empty: the smallest p" }),
  locusKb: z.number().gt(0).default(250).meta({ title: "Kilobases beside it", description: "Of the picture of the locus" }),
});
export type AssociateSpec = z.output<typeof schema>;

export const associate = defineKind({
  ...card,
  title: "Association",
  example,
  // 3: the Manhattan plot knows in which rows each stretch lies;
  // sex is asked for on X only where no covariate is called so.
  // 5: calls of plink2 tell sex by its own word on X.
  // 6: the Manhattan plot says how it is selected in.
  version: 6,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  variants: ({ model }) => [modelOf(model), associationReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, trait }) => (from === null ? "from" : trait === "" ? "trait" : null),
  discloses,
  carries: () => closed,
  words: ({ from, trait, model }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const params = { from: nameOf(from), trait, model: modelOf(model).words.say("title", {}, locale) };
    return words.say(trait === "" ? "words-no-trait" : "words", params, locale);
  },
  suggestName: ({ trait }) => (trait === "" ? "association" : `${trait}_gwas`),
});
