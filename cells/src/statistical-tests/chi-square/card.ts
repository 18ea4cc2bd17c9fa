// Pearson's chi-squared test of a table of counts.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const chiSquareCard = defineTest({
  name: "chi-square",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["counts"],
  statistic: "chi2",
  effect: "v",
  pairs: { statistic: "chi2" },
  settings: [{ field: "correct", choices: { yates: "correct-yates", none: "correct-none" } }],
  schema: z.strictObject({
    type: z.literal("chi-square").meta({ title: "Type", description: "Chi-squared test" }),
    correct: z.enum(["yates", "none"]).default("yates").meta({
      title: "Correction",
      description: "yates: of two by two counts Yates'; none: none",
    }),
  }),
});

export type ChiSquareCardOptions = z.output<typeof chiSquareCard.schema>;
