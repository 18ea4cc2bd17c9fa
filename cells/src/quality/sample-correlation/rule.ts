// sample-correlation: how much each sample is like the others.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const sampleCorrelation = defineRule({
  name: "sample-correlation",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().max(0).default(-5).meta({
      title: "Warn below",
      description: "Distance of a sample's median correlation from the median of all, in median absolute deviations",
    }),
    fail: z.number().max(0).default(-8).meta({
      title: "Fail below",
      description: "Distance of a sample's median correlation from the median of all, in median absolute deviations",
    }),
    least: z.number().min(0).default(0.01).meta({
      title: "At least",
      description: "A sample is told of only where its median correlation lies so much below the median of all",
    }),
    features: z.number().int().min(10).default(5000).meta({
      title: "Features",
      description: "So many of the most variable ones are compared",
    }),
  }),
  labels: {
    warn: shared.key("warn-below"),
    fail: shared.key("fail-below"),
    least: words.key("least"),
    features: shared.key("features"),
  },
  words,
});
