// Preranked gene set enrichment: whether the genes of a set gather at one end of a ranking of all genes.

import { z } from "zod";
import { defineEnrichmentMethod } from "../../contract/enrichment-method.ts";
import { words } from "./words.ts";

export const preranked = defineEnrichmentMethod({
  name: "preranked",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  settings: [
    {
      field: "by",
      choices: {
        auto: "by-auto",
        statistic: "by-statistic",
        "signed-p": "by-signed-p",
        change: "by-change",
        column: "by-column",
      },
    },
    { field: "column", isColumn: true },
    { field: "weight" },
    { field: "rounds" },
    { field: "seed" },
  ],
  columns: ["es", "nes", "log2_error", "leading_edge"],
  along: { column: "nes", isSigned: true },
  schema: z.strictObject({
    type: z
      .literal("preranked")
      .meta({ title: "Type", description: "All genes in the order of a statistic, without a threshold" }),
    by: z.enum(["auto", "statistic", "signed-p", "change", "column"]).default("auto").meta({
      title: "Ranked by",
      description:
        "statistic; signed-p: −log10 p with the sign of the change; change; column: another one; auto: the first of them that the table has",
    }),
    column: z.string().default("").meta({ title: "Column", description: "The one that genes are ranked by, with by: column" }),
    weight: z.number().min(0).max(4).default(1).meta({
      title: "Weight",
      description: "The power of the statistic by which a gene counts: 1 as GSEA, 0: by its rank alone",
    }),
    rounds: z.number().int().min(100).max(1_000_000).default(1000).meta({
      title: "Drawn sets",
      description: "As many are drawn for each size; what few of them reach is followed by levels, to the least p value",
    }),
    least: z.number().gt(0).max(0.01).default(1e-10).meta({
      title: "Least p",
      description: "p values are followed down to this one; beyond it is said that they are smaller",
    }),
    seed: z.number().int().default(1).meta({ title: "Seed", description: "Of the sets that are drawn" }),
  }),
});

export type PrerankedOptions = z.output<typeof preranked.schema>;
