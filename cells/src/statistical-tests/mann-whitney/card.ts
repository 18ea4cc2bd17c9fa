// The Mann-Whitney (Wilcoxon rank sum) test of two groups.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const mannWhitneyCard = defineTest({
  name: "mann-whitney",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["groups"],
  mostGroups: 2,
  estimates: "shift",
  statistic: "W",
  effect: "rank-biserial",
  settings: [],
  schema: z.strictObject({
    type: z.literal("mann-whitney").meta({ title: "Type", description: "Mann-Whitney test" }),
  }),
});

export type MannWhitneyCardOptions = z.output<typeof mannWhitneyCard.schema>;
