// A linear mixed model: kinship as a random effect.

import { z } from "zod";
import { defineAssociationModel } from "../../contract/association-model.ts";
import { words } from "./words.ts";

export const mixed = defineAssociationModel({
  name: "mixed",
  version: 1,
  reproduces: { atol: 1e-7, rtol: 1e-4 },
  takes: "either",
  takesRelatives: true,
  statistic: "t",
  words,
  schema: z.strictObject({
    type: z
      .literal("mixed")
      .meta({ title: "Type", description: "Linear mixed model, its share by kinship found for each variant" }),
    leaveOut: z.boolean().default(true).meta({
      title: "Kinship without the variant's chromosome",
      description: "Of each chromosome the kinship of all others, so that a variant does not take part in it; false: of all",
    }),
  }),
});

export type MixedOptions = z.output<typeof mixed.schema>;
