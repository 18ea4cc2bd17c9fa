// numbers-as-texts: texts that were meant as numbers.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const numbersAsTexts = defineRule({
  name: "numbers-as-texts",
  version: 2,
  of: "table",
  settings: z.strictObject({
    warn: z
      .number()
      .min(0)
      .max(1)
      .default(0.8)
      .meta({ title: "Warn from", description: "Share of the texts that read as numbers" }),
  }),
  labels: {
    warn: words.key("warn-from"),
  },
  words,
});
