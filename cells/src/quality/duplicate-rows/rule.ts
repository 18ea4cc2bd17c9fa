// duplicate-rows: rows that are there twice.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const duplicateRows = defineRule({
  name: "duplicate-rows",
  version: 1,
  of: "table",
  settings: z.strictObject({
    warn: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .meta({ title: "Warn above", description: "Share of the rows that equal an earlier one" }),
    fail: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .meta({ title: "Fail above", description: "Share of the rows that equal an earlier one" }),
  }),
  labels: {
    warn: shared.key("warn-above"),
    fail: shared.key("fail-above"),
  },
  words,
});
