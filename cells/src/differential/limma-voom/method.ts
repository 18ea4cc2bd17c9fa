// limma-voom: counts become logarithms with a weight each, by the trend of what counts of their size vary by.

import { z } from "zod";
import { defineDifferentialMethod } from "../../contract/differential-method.ts";
import { limmaColumns } from "../parts/limma/columns.ts";
import { robust } from "../parts/limma/settings.ts";
import { words } from "./words.ts";

export const limmaVoom = defineDifferentialMethod({
  name: "limma-voom",
  // 3: lengths without abundances are taken, too.
  version: 3,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takesBlocks: true,
  ...limmaColumns,
  words,
  schema: z.strictObject({
    type: z.literal("limma-voom").meta({ title: "Type", description: "Moderated t tests on weighted log counts per million" }),
    robust,
    factors: z.enum(["tmm", "none"]).default("tmm").meta({
      title: "Size factors",
      description: "tmm: trimmed means of log ratios, as edgeR's; none: sums of counts alone",
    }),
    lengths: z.boolean().default(true).meta({
      title: "Average lengths",
      description:
        "Estimates of Salmon, kallisto and RSEM: counts out of abundances by mean lengths (tximport's lengthScaledTPM)",
    }),
    minCount: z.number().gt(0).nullable().default(10).meta({
      title: "Least count",
      description:
        "Features are tested that reach it in as many samples as the smallest group has (edgeR's filterByExpr); null: all are",
    }),
  }),
});

export type Options = z.output<typeof limmaVoom.schema>;
