// log-scale: whether values are logarithms already, or ask for one.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const logScale = defineRule({
  name: "log-scale",
  version: 1,
  of: "expression",
  ofCells: "also",
  settings: z.strictObject({
    range: z.number().min(0).default(100).meta({
      title: "Range",
      description: "Logarithms do not reach it: 99 % of their values lie below (GEO2R's rule)",
    }),
    skew: z.number().min(0).default(2).meta({
      title: "Skewness",
      description: "Values beyond that range ask for a logarithm where the median of the samples' skewness is above",
    }),
  }),
  labels: { range: words.key("range"), skew: words.key("skew") },
  words,
});
