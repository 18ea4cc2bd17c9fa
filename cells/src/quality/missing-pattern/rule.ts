// missing-pattern: whether values are missing by a rule and not by chance.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const missingPattern = defineRule({
  name: "missing-pattern",
  version: 1,
  of: "table",
  settings: z.strictObject({
    difference: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .meta({ title: "Difference", description: "Shares of missing values in two groups differ by more" }),
    alpha: z
      .number()
      .min(0)
      .max(1)
      .default(0.001)
      .meta({ title: "Level", description: "Chance of such a difference without a cause, over all columns that are looked at" }),
    together: z.number().min(0).max(1).default(0.05).meta({
      title: "Together from",
      description: "Columns that lack at least this share of their values in the very same rows are told of",
    }),
  }),
  labels: {
    difference: words.key("difference"),
    alpha: words.key("alpha"),
    together: words.key("together"),
  },
  words,
});
