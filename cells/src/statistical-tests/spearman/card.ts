// Spearman's correlation of two columns.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const spearman = defineTest({
  name: "spearman",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["columns"],
  statistic: "S",
  effect: "r",
  settings: [],
  schema: z.strictObject({
    type: z.literal("spearman").meta({ title: "Type", description: "Spearman's correlation" }),
  }),
});

export type SpearmanOptions = z.output<typeof spearman.schema>;
