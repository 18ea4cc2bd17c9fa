// class-imbalance: how unequally often the classes of the outcome occur.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words } from "./words.ts";

export const classImbalance = defineRule({
  name: "class-imbalance",
  version: 1,
  of: "table",
  settings: z.strictObject({
    warn: z
      .number()
      .min(0)
      .max(1)
      .default(0.4)
      .meta({ title: "Warn below", description: "Share of the rows in the rarest class, beside an equal share" }),
    fail: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .meta({ title: "Fail below", description: "Share of the rows in the rarest class, beside an equal share" }),
    rows: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(10)
      .meta({ title: "Rows", description: "Fewer of a class are too few for five folds" }),
  }),
  labels: {
    warn: words.key("warn-below"),
    fail: words.key("fail-below"),
    rows: words.key("rows"),
  },
  words,
});
