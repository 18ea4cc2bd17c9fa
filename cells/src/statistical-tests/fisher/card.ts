// Fisher's exact test of a table of counts, of two by two with the conditional odds ratio.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const fisher = defineTest({
  name: "fisher",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["counts"],
  statistic: "odds_ratio",
  effect: "odds-ratio",
  pairs: { statistic: "odds_ratio" },
  settings: [],
  schema: z.strictObject({
    type: z.literal("fisher").meta({ title: "Type", description: "Fisher's exact test" }),
  }),
});

export type FisherOptions = z.output<typeof fisher.schema>;
