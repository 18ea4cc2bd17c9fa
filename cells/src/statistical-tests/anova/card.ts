// Analysis of variance of the means of groups, Welch's unless the spreads are taken as equal.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const anova = defineTest({
  name: "anova",
  version: 4,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["groups"],
  statistic: "F",
  effect: "eta-squared",
  pairs: { statistic: "q", estimates: "difference", together: true },
  settings: [{ field: "variances", choices: { differ: "variances-differ", equal: "variances-equal" } }],
  schema: z.strictObject({
    type: z.literal("anova").meta({ title: "Type", description: "Analysis of variance" }),
    variances: z.enum(["differ", "equal"]).default("differ").meta({
      title: "Spreads",
      description: "differ: Welch's; equal: the usual one, with one spread of all groups",
    }),
  }),
});

export type AnovaOptions = z.output<typeof anova.schema>;
