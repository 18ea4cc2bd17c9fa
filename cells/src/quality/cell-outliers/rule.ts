// cell-outliers: single cells with few reads, few genes or much of mitochondria, beside the others of their batch.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

const mads = (title: string, description: string) => z.number().min(0).default(3).meta({ title, description });

export const cellOutliers = defineRule({
  name: "cell-outliers",
  version: 1,
  of: "expression",
  ofCells: "only",
  settings: z.strictObject({
    counts: mads("Counts", "So many median absolute deviations below the median of the logarithms of counts per cell"),
    genes: mads("Genes", "So many median absolute deviations below the median of the logarithms of genes per cell"),
    mitochondrial: mads("Mitochondria", "So many median absolute deviations above the median share of mitochondria"),
  }),
  labels: { counts: words.key("counts"), genes: words.key("genes"), mitochondrial: words.key("mitochondrial") },
  words,
});
