// fill-missing: puts a value where one is missing.

import { z } from "zod";
import type { Json } from "../../base/json.ts";
import { defineStep } from "../../contract/define-step.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { columns, scalar } from "../parts/fields.ts";
import { lack, listed, shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const fillMissing = defineStep({
  name: "fill-missing",
  version: 2,
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: columns("Columns that are filled"),
    fill: z
      .discriminatedUnion("by", [
        z.strictObject({
          by: z.literal("value").meta({ title: "By", description: "One value for all" }),
          value: orRef(scalar as z.ZodType<Json>).meta({
            title: "Value",
            description: "Of the column's type; or =parameter",
          }),
        }),
        z.strictObject({
          by: z
            .enum(["mean", "median", "mode"])
            .meta({ title: "By", description: "Mean or median of the column (numbers), or its most frequent value (mode)" }),
        }),
      ])
      .default({ by: "median" })
      .meta({ title: "Fill", description: "What missing values become" }),
  },
  freezes: ({ fill }) => (fill.by === "value" ? "each" : "fitted"),
  carries: "rows",
  // How columns are filled is not harmless. Whoever puts those without a group into one and then into another reads their values
  // off the difference; of two rules side by side it tells how many were filled.
  harmless: { columns: "any" },
  words,
  labels: { columns: formsWords.key("columns") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say(step, context) {
    const columns = listed(step.columns);
    return step.fill.by === "value"
      ? words.say("says-value", { columns, value: shown(step.fill.value, context) }, context.locale)
      : words.say(`says-${step.fill.by}`, { columns }, context.locale);
  },
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});
