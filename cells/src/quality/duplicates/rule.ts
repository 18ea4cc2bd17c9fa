// duplicates: samples that are the same one.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const duplicates = defineRule({
  name: "duplicates",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    fail: z.number().min(0).max(1).default(0.92).meta({
      title: "Fail above",
      description: "Correlation of what two samples differ by from all others",
    }),
    apart: z.number().min(0).default(0.6).meta({
      title: "Beyond the usual by",
      description:
        "Fisher's z of the pair less the usual one of a sample and its nearest: where batches make all alike, a pair has to be more so",
    }),
    features: z.number().int().min(10).default(2000).meta({
      title: "Features",
      description: "So many of the most variable ones are compared",
    }),
  }),
  labels: { fail: shared.key("fail-above"), apart: words.key("apart"), features: shared.key("features") },
  words,
});
