// Kendall's tau of two columns.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const kendall = defineTest({
  name: "kendall",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["columns"],
  // R calls it T where it counts exactly, else z.
  statistic: "T_or_z",
  effect: "r",
  settings: [],
  schema: z.strictObject({
    type: z.literal("kendall").meta({ title: "Type", description: "Kendall's tau" }),
  }),
});

export type KendallOptions = z.output<typeof kendall.schema>;
