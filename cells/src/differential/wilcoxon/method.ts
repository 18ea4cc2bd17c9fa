// Wilcoxon's rank sum test of two groups of cells or samples, feature by feature: no model, hence nothing but groups in the design.

import { z } from "zod";
import { defineDifferentialMethod } from "../../contract/differential-method.ts";
import { words } from "./words.ts";

export const wilcoxon = defineDifferentialMethod({
  name: "wilcoxon",
  version: 1,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  takesBlocks: false,
  hasLogLevels: true,
  columns: {
    level: "mean",
    change: "avg_log2FC",
    error: "SE",
    statistic: "W",
    p: "p_val",
    adjusted: "p_val_adj",
    more: { auc: "AUC", shareOf: "pct.1", shareAgainst: "pct.2" },
  },
  shown: { level: "mean" },
  words,
  schema: z.strictObject({
    type: z.literal("wilcoxon").meta({ title: "Type", description: "Wilcoxon's rank sum test of groups of cells" }),
  }),
});

export type Options = z.output<typeof wilcoxon.schema>;
