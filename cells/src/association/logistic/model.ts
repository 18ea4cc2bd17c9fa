// Logistic regression: the odds of being a case along copies of an allele.

import { z } from "zod";
import { defineAssociationModel } from "../../contract/association-model.ts";
import { words } from "./words.ts";

export const logistic = defineAssociationModel({
  name: "logistic",
  version: 2,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takes: "cases",
  takesRelatives: false,
  statistic: "z",
  words,
  schema: z.strictObject({
    type: z.literal("logistic").meta({ title: "Type", description: "Logistic regression of cases and controls" }),
    firth: z.enum(["where-separated", "always", "never"]).default("where-separated").meta({
      title: "Firth",
      description:
        "Firth's penalised likelihood: where-separated takes it where a genotype tells cases and controls apart, or the fit does not end; never leaves these without an answer",
    }),
  }),
});

export type LogisticOptions = z.output<typeof logistic.schema>;
