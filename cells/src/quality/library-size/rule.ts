// library-size: how many reads each sample has, beside the others.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const librarySize = defineRule({
  name: "library-size",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().min(0).max(1).default(0.4).meta({
      title: "Warn below",
      description: "Share of the median library of all samples",
    }),
    fail: z.number().min(0).max(1).default(0.15).meta({
      title: "Fail below",
      description: "Share of the median library of all samples",
    }),
  }),
  labels: { warn: shared.key("warn-below-share"), fail: shared.key("fail-below-share") },
  words,
});
