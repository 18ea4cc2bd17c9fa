// constant-columns: columns that hardly vary.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const constantColumns = defineRule({
  name: "constant-columns",
  version: 1,
  of: "table",
  settings: z.strictObject({
    warn: z
      .number()
      .min(0)
      .max(1)
      .default(0.99)
      .meta({ title: "Warn from", description: "Share of the rows with a value that have the same one" }),
  }),
  labels: {
    warn: words.key("warn-from"),
  },
  words,
});
