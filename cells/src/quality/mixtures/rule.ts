// mixtures: samples that hold some of another.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const mixtures = defineRule({
  name: "mixtures",
  version: 1,
  of: "expression",
  settings: z.strictObject({
    warn: z.number().min(0).max(1).default(0.55).meta({
      title: "Warn above",
      description: "Partial correlation of two samples given all the others",
    }),
    apart: z.number().min(0).default(0.3).meta({
      title: "Beyond the usual by",
      description:
        "Fisher's z of the pair less the usual one of a sample and its nearest: where samples come in pairs, none sticks out",
    }),
    features: z.number().int().min(10).default(5000).meta({
      title: "Features",
      description: "So many of the most variable ones are compared, of the half that is most expressed",
    }),
  }),
  labels: { warn: shared.key("warn-above"), apart: words.key("apart"), features: shared.key("features") },
  words,
});
