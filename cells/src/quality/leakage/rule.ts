// leakage: columns that tell the outcome by themselves.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const leakage = defineRule({
  name: "leakage",
  version: 2,
  of: "table",
  settings: z.strictObject({
    auc: z
      .number()
      .min(0.5)
      .max(1)
      .default(0.99)
      .meta({ title: "AUC from", description: "Area under the ROC curve by which a number tells two classes apart" }),
    association: z
      .number()
      .min(0)
      .max(1)
      .default(0.95)
      .meta({ title: "V and η from", description: "Cramér's V (without bias), or correlation ratio" }),
    correlation: z
      .number()
      .min(0)
      .max(1)
      .default(0.98)
      .meta({ title: "Correlation from", description: "Of a number with an outcome that is one, Spearman's or Pearson's" }),
    order: z.number().min(0.5).max(1).default(0.9).meta({
      title: "Order from",
      description: "AUC or correlation by which the order of rows, numbers of names and dates tell the outcome",
    }),
    rows: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(10)
      .meta({ title: "Rows", description: "Classes of fewer rows are not judged by" }),
  }),
  labels: {
    auc: words.key("auc"),
    association: words.key("association"),
    correlation: words.key("correlation"),
    order: words.key("order"),
    rows: words.key("rows"),
  },
  words,
});
