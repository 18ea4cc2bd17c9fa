// A number that goes up and down in a straight line with what it depends on: least squares.

import { z } from "zod";
import { defineFamily } from "../../contract/regression-family.ts";
import { words } from "./words.ts";

export const linear = defineFamily({
  name: "linear",
  version: 1,
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  words,
  outcome: "number",
  ratio: "none",
  blocks: "clusters",
  isNormal: true,
  settings: [],
  schema: z.strictObject({
    type: z.literal("linear").meta({ title: "Type", description: "Least squares (R's lm)" }),
  }),
});

export type LinearOptions = z.output<typeof linear.schema>;
