// far-values: numbers far from the others of their column.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const farValues = defineRule({
  name: "far-values",
  version: 2,
  of: "table",
  settings: z.strictObject({
    beyond: z
      .number()
      .min(0)
      .max(1_000_000)
      .default(3.5)
      .meta({ title: "Counted beyond", description: "MADs from the median, from which a value counts as far" }),
    warn: z
      .number()
      .min(0)
      .max(1_000_000)
      .default(10)
      .meta({ title: "Warn beyond", description: "MADs from the median, of the farthest value" }),
    fail: z
      .number()
      .min(0)
      .max(1_000_000)
      .default(30)
      .meta({ title: "Fail beyond", description: "MADs from the median, of the farthest value" }),
  }),
  labels: {
    beyond: words.key("beyond"),
    warn: shared.key("warn-beyond"),
    fail: shared.key("fail-beyond"),
  },
  words,
});
