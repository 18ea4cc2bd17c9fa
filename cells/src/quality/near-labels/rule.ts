// near-labels: labels that may be one, written in several ways.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const nearLabelsRule = defineRule({
  name: "near-labels",
  version: 2,
  of: "table",
  settings: z.strictObject({
    rare: z.number().min(0).max(1).default(0.1).meta({
      title: "Rare up to",
      description: "Writings that differ by a letter count as one label where one is rarer, beside the other, than this",
    }),
    labels: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(200)
      .meta({ title: "At most", description: "Columns of more labels are not looked at" }),
  }),
  labels: {
    rare: words.key("rare"),
    labels: words.key("labels"),
  },
  words,
});
