// Pearson's correlation of two columns.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const pearson = defineTest({
  name: "pearson",
  version: 1,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["columns"],
  statistic: "t",
  effect: "r",
  settings: [],
  schema: z.strictObject({
    type: z.literal("pearson").meta({ title: "Type", description: "Pearson's correlation" }),
  }),
});

export type PearsonOptions = z.output<typeof pearson.schema>;
