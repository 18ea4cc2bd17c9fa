// DESeq2: counts as they are, a negative binomial model with a dispersion of each feature that is drawn towards the trend.

import { z } from "zod";
import { defineDifferentialMethod } from "../../contract/differential-method.ts";
import { words } from "./words.ts";

export const deseq2 = defineDifferentialMethod({
  name: "deseq2",
  // 3: coefficients that run away end where optim() ends; contrasts without a read are told as there.
  version: 3,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takesBlocks: false,
  shrinks: ["apeglm", "normal"],
  columns: {
    level: "baseMean",
    change: "log2FoldChange",
    error: "lfcSE",
    statistic: "stat",
    p: "pvalue",
    adjusted: "padj",
    shrunken: "log2FoldChangeShrunken",
    shrunkenError: "lfcSEShrunken",
    more: {},
  },
  shown: { mean: "baseMean", own: "dispGeneEst", trended: "dispFit", dispersion: "dispersion" },
  words,
  schema: z.strictObject({
    type: z.literal("deseq2").meta({ title: "Type", description: "DESeq2's model of counts" }),
    factors: z.enum(["ratio", "poscounts"]).default("ratio").meta({
      title: "Size factors",
      description: "ratio: median of ratios to the geometric means; poscounts: the same where every feature has a 0",
    }),
    trend: z.enum(["parametric", "local", "mean"]).default("parametric").meta({
      title: "Trend of the dispersions",
      description:
        "parametric: a / mean + b, where no such curve fits as local; local: by local regression; mean: one value for all",
    }),
    lengths: z.boolean().default(true).meta({
      title: "Average lengths",
      description:
        "Estimates of Salmon, kallisto and RSEM: rounded, and compared by the effective lengths that the matrix has, as after tximport",
    }),
    replaceFrom: z.number().int().min(3).nullable().default(7).meta({
      title: "Replace outliers from",
      description: "Outlying counts are replaced in groups of so many samples; null: in none",
    }),
  }),
});

export type Deseq2Options = z.output<typeof deseq2.schema>;
