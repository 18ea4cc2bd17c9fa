// The Kruskal-Wallis test of several groups by ranks.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const kruskalWallisCard = defineTest({
  name: "kruskal-wallis",
  version: 3,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["groups"],
  statistic: "H",
  effect: "epsilon-squared",
  pairs: { statistic: "z", estimates: "rank_difference" },
  settings: [],
  schema: z.strictObject({
    type: z.literal("kruskal-wallis").meta({ title: "Type", description: "Kruskal-Wallis test" }),
  }),
});

export type KruskalWallisCardOptions = z.output<typeof kruskalWallisCard.schema>;
