// sex-check: whether a sample's sex is the one that its sheet says.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const sexCheck = defineRule({
  name: "sex-check",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    between: z.number().min(0).max(0.5).default(0.3).meta({
      title: "Unclear within",
      description: "Of the way from the middle of the females to that of the males: nearer to the half than this, it is neither",
    }),
  }),
  labels: { between: words.key("unclear") },
  words,
});
