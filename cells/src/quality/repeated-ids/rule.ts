// repeated-ids: names that stand in several rows.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const repeatedIds = defineRule({
  name: "repeated-ids",
  version: 1,
  of: "table",
  settings: z.strictObject({
    unique: z
      .number()
      .min(0)
      .max(1)
      .default(0.8)
      .meta({ title: "Unique from", description: "A column names rows where at least this share of its values is different" }),
    fail: z
      .number()
      .min(0)
      .max(1)
      .default(0.05)
      .meta({ title: "Fail above", description: "Share of the rows that have a name which came before" }),
  }),
  labels: {
    unique: words.key("unique"),
    fail: shared.key("fail-above"),
  },
  words,
});
