// A number measured several times of each individual: a straight line, with a height of its own for each (random intercept).

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const mixed = defineFamily({
  name: "mixed",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "number",
  ratio: "none",
  blocks: "intercepts",
  isNormal: true,
  settings: [
    { field: "method", choices: { reml: "method-reml", ml: "method-ml" } },
    { field: "freedom", choices: { satterthwaite: "freedom-satterthwaite", "kenward-roger": "freedom-kenward-roger" } },
  ],
  schema: z.strictObject({
    type: z.literal("mixed").meta({ title: "Type", description: "Linear mixed model with a random intercept (lme4's lmer)" }),
    method: z.enum(["reml", "ml"]).default("reml").meta({
      title: "Fitted by",
      description: "reml: restricted maximum likelihood; ml: ordinary, for AIC between designs",
    }),
    freedom: z.enum(["satterthwaite", "kenward-roger"]).default("satterthwaite").meta({
      title: "Degrees of freedom",
      description: "As lmerTest (satterthwaite) or pbkrtest (kenward-roger, of reml alone)",
    }),
  }),
});

export type MixedOptions = z.output<typeof mixed.schema>;
