// Counts that vary as much as their mean: how rates depend on columns.

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const poissonCard = defineFamily({
  name: "poisson",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "counts",
  ratio: "rates",
  blocks: "clusters",
  takesExposure: true,
  settings: [],
  schema: z.strictObject({
    type: z.literal("poisson").meta({ title: "Type", description: "Poisson regression (R's glm, poisson)" }),
  }),
});

export type PoissonOptions = z.output<typeof poissonCard.schema>;
