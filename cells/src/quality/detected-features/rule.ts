// detected-features: how many features are seen at all in each sample.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const detectedFeatures = defineRule({
  name: "detected-features",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().min(0).max(1).default(0.75).meta({
      title: "Warn below",
      description: "Share of the median number of features that are seen",
    }),
    fail: z.number().min(0).max(1).default(0.5).meta({
      title: "Fail below",
      description: "Share of the median number of features that are seen",
    }),
  }),
  labels: { warn: shared.key("warn-below-share"), fail: shared.key("fail-below-share") },
  words,
});
