// infinite-values: numbers that are infinite.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const infiniteValues = defineRule({
  name: "infinite-values",
  // 2: its step says what it asks.
  version: 2,
  of: "table",
  settings: z.strictObject({
    fail: z
      .number()
      .min(0)
      .max(1)
      .default(0.05)
      .meta({ title: "Fail above", description: "Share of the numbers that are infinite" }),
  }),
  labels: {
    fail: shared.key("fail-above"),
  },
  words,
});
