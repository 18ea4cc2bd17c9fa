// Student's t test of the means of two groups, Welch's unless the spreads are taken as equal.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const tTestCard = defineTest({
  name: "t",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["groups"],
  mostGroups: 2,
  estimates: "difference",
  statistic: "t",
  effect: "g",
  settings: [{ field: "variances", choices: { differ: "variances-differ", equal: "variances-equal" } }],
  schema: z.strictObject({
    type: z.literal("t").meta({ title: "Type", description: "t test" }),
    variances: z.enum(["differ", "equal"]).default("differ").meta({
      title: "Spreads",
      description: "differ: Welch's; equal: Student's, with one spread of both groups",
    }),
  }),
});

export type TTestCardOptions = z.output<typeof tTestCard.schema>;
