// Counts that vary more than chance alone makes them: rates, with the spread estimated.

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const negativeBinomialCard = defineFamily({
  name: "negative-binomial",
  version: 2,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "counts",
  ratio: "rates",
  blocks: "clusters",
  takesExposure: true,
  settings: [],
  schema: z.strictObject({
    type: z.literal("negative-binomial").meta({ title: "Type", description: "Negative binomial regression (MASS's glm.nb)" }),
  }),
});

export type NegativeBinomialOptions = z.output<typeof negativeBinomialCard.schema>;
