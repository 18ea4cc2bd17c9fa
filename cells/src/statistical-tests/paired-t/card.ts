// Student's t test of the differences of pairs.

import { z } from "zod";
import { defineTest } from "../../contract/statistical-test.ts";
import { words } from "./words.ts";

export const pairedT = defineTest({
  name: "paired-t",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  takes: ["repeats", "columns"],
  estimates: "difference",
  statistic: "t",
  effect: "g",
  settings: [],
  schema: z.strictObject({
    type: z.literal("paired-t").meta({ title: "Type", description: "Paired t test" }),
  }),
});

export type PairedTOptions = z.output<typeof pairedT.schema>;
