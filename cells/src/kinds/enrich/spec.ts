// Which sets of genes stand behind what was found of genes: a table of tested genes, sets of genes, a method.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { enrichmentOf, enrichmentSchema, newEnrichment } from "../../enrichment-methods.ts";
import { enrichmentReport } from "../../reports/enrichment/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const column = (title: string, description: string) => z.string().max(10_000).default("").meta({ title, description });

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({
    title: "Tested genes",
    description: "A table with a row a gene: a contrast, or any with genes and a number or flag",
  }),
  sets: cellRef().nullable().default(null).meta({
    title: "Gene sets",
    description: "A table with a row for each gene of a set: a GMT file as it is loaded, or two columns",
  }),
  contrast: column("Contrast", "Of a table of several contrasts the one that is asked. Empty: the first, and said"),
  gene: column("Genes", "Column of the genes. Empty: the one that most genes of the sets are found in, and said"),
  setColumn: column("Set", "Column of the sets' names. Empty: told by its name, and said"),
  memberColumn: column("Gene of the set", "Column of the sets' genes. Empty: told by its name, and said"),
  change: column("Change", "Column whose sign says which way a gene changes. Empty: told by its name"),
  statistic: column("Statistic", "Column of the statistic. Empty: told by its name"),
  p: column("P value", "Column of the p value: genes without one were not tested. Empty: told by its name"),
  adjusted: column("Adjusted p", "Column of the adjusted p value. Empty: told by its name"),
  list: orRef(z.array(z.string().max(1000)).max(100_000))
    .default([])
    .meta({ title: "List", description: "Genes that are on the list, by name, in place of those that pass a threshold" }),
  method: enrichmentSchema.default(newEnrichment("over-representation")).meta({ title: "Method", description: "{type, …}" }),
  letters: z.enum(["auto", "exact", "any-case"]).default("auto").meta({
    title: "Letters",
    description: "any-case: XIST and Xist are one gene; auto: only where that finds most of what else is lost, and said",
  }),
  smallest: z.number().int().min(1).default(10).meta({
    title: "Smallest set",
    description: "Sets with fewer genes among the tested ones are not asked, and counted",
  }),
  largest: z.number().int().min(1).default(500).meta({
    title: "Largest set",
    description: "Sets with more are not asked, and counted",
  }),
  alpha: orRef(z.number().gt(0).lt(1)).default(0.05).meta({
    title: "False discoveries",
    description: "The share among the sets found that is aimed at, by Benjamini and Hochberg",
  }),
  shown: column("Shown set", "The set whose running sum is drawn. Empty: the first"),
});
export type EnrichSpec = z.output<typeof schema>;

export const enrich = defineKind({
  ...card,
  title: "Gene sets",
  example,
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  variants: ({ method }) => [enrichmentOf(method), enrichmentReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, sets }) => (from === null ? "from" : sets === null ? "sets" : null),
  discloses,
  carries: () => closed,
  words: ({ from, sets, method }, { locale, nameOf }) => {
    if (!from || !sets) return words.say("words-empty", {}, locale);
    const params = { from: nameOf(from), sets: nameOf(sets), method: enrichmentOf(method).words.say("title", {}, locale) };
    return words.say("words", params, locale);
  },
  // Of what a contrast found its table is asked.
  asking: (from) => ({ from: { ref: from.ref } }),
  suggestName: ({ from }, context) => (from ? `${context.nameOf({ ref: from.ref })}_sets` : "gene_sets"),
});
