// Numbers above 0 whose spread grows with their mean: how means multiply.

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const gammaCard = defineFamily({
  name: "gamma",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "positive",
  ratio: "means",
  blocks: "clusters",
  settings: [],
  schema: z.strictObject({
    type: z.literal("gamma").meta({ title: "Type", description: "Gamma regression with a log link (R's glm, Gamma)" }),
  }),
});

export type GammaOptions = z.output<typeof gammaCard.schema>;
