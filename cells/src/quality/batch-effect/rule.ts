// batch-effect: how much of what varies goes with the lab or the batch.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const batchEffect = defineRule({
  name: "batch-effect",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().min(0).max(1).default(0.25).meta({
      title: "Warn above",
      description: "Share of the variance that the batches explain, less what as many groups made at random would",
    }),
    fail: z.number().min(0).max(1).default(0.5).meta({
      title: "Fail above",
      description: "Share of the variance that the batches explain, less what as many groups made at random would",
    }),
    features: z.number().int().min(10).default(2000).meta({
      title: "Features",
      description: "So many of the most variable ones are compared",
    }),
  }),
  labels: { warn: shared.key("warn-above"), fail: shared.key("fail-above"), features: shared.key("features") },
  words,
});
