// One of two answers: how the odds of the one depend on columns.

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const logistic = defineFamily({
  name: "logistic",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "two",
  ratio: "odds",
  blocks: "clusters",
  settings: [{ field: "firth" }],
  schema: z.strictObject({
    type: z.literal("logistic").meta({ title: "Type", description: "Logistic regression (R's glm, binomial)" }),
    firth: z.boolean().default(false).meta({
      title: "Firth's penalty",
      description:
        "Penalised likelihood: answers where groups are told apart without exception, and with few events (brglm2, logistf)",
    }),
  }),
});

export type LogisticOptions = z.output<typeof logistic.schema>;
