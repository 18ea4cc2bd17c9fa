// Linear regression: a number along copies of an allele.

import { z } from "zod";
import { defineAssociationModel } from "../../contract/association-model.ts";
import { words } from "./words.ts";

export const linear = defineAssociationModel({
  name: "linear",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  takes: "either",
  takesRelatives: false,
  statistic: "t",
  words,
  schema: z.strictObject({
    type: z.literal("linear").meta({ title: "Type", description: "Linear regression of each variant beside the covariates" }),
  }),
});

export type LinearOptions = z.output<typeof linear.schema>;
