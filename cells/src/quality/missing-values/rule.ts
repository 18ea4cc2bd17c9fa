// missing-values: values that are missing, of each column and each row.

import { z } from "zod";
import { defineRule } from "../../contract/quality-rule.ts";
import { words as shared } from "../words.ts";
import { words } from "./words.ts";

export const missingValues = defineRule({
  name: "missing-values",
  version: 1,
  of: "table",
  settings: z.strictObject({
    warn: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .meta({ title: "Warn above", description: "Share of the rows in which a column has no value" }),
    fail: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({ title: "Fail above", description: "Share of the rows in which a column has no value" }),
    rows: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({ title: "Rows: warn above", description: "Share of the columns in which a row has no value" }),
  }),
  labels: {
    warn: shared.key("warn-above"),
    fail: shared.key("fail-above"),
    rows: words.key("rows"),
  },
  words,
});
