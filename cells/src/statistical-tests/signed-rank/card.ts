// Wilcoxon's signed rank test of the differences of pairs.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const signedRankCard = defineTest({
  name: "signed-rank",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["repeats", "columns"],
  estimates: "shift",
  statistic: "V",
  effect: "rank-biserial",
  settings: [],
  schema: z.strictObject({
    type: z.literal("signed-rank").meta({ title: "Type", description: "Wilcoxon's signed rank test" }),
  }),
});

export type SignedRankCardOptions = z.output<typeof signedRankCard.schema>;
