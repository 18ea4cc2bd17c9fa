// sentinel-values: numbers that stand for a missing value.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const sentinelValues = defineRule({
  name: "sentinel-values",
  version: 1,
  of: "table",
  settings: z.strictObject({
    gap: z
      .number()
      .min(0)
      .max(1_000_000)
      .default(1)
      .meta({ title: "Gap from", description: "So many times the range of the others lies between them and such a number" }),
    least: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(2)
      .meta({ title: "Rows", description: "Fewer such numbers are not told of" }),
  }),
  labels: {
    gap: words.key("gap"),
    least: words.key("least"),
  },
  words,
});
