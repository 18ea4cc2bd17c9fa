// Means of groups against all, or many seeded, ways to deal their values out.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const permutation = defineTest({
  name: "permutation",
  // 2: the call of R of an exact p.
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["groups"],
  statistic: "difference",
  effect: null,
  settings: [{ field: "rounds" }, { field: "seed" }],
  schema: z.strictObject({
    type: z.literal("permutation").meta({ title: "Type", description: "Permutation test" }),
    rounds: z.number().int().min(99).max(1_000_000).default(9_999).meta({
      title: "Permutations",
      description: "So many by chance, where there are more ways than that; the least p value is 1 / (that + 1)",
    }),
    seed: z
      .number()
      .int()
      .min(0)
      .max(4_294_967_295)
      .default(1)
      .meta({ title: "Seed", description: "Of what is drawn by chance" }),
  }),
});

export type PermutationOptions = z.output<typeof permutation.schema>;
