// duplicate-columns: columns that say the same.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const duplicateColumns = defineRule({
  name: "duplicate-columns",
  version: 2,
  of: "table",
  settings: z.strictObject({
    linear: z.number().min(0).max(1).default(0.99999).meta({
      title: "Correlation from",
      description: "Numbers whose correlation is at least this far from 0 are one column in two units",
    }),
  }),
  labels: {
    linear: words.key("linear"),
  },
  words,
});
