// fill-missing: puts a value where one is missing.

import { z } from "zod";
import type { Json } from "../../base/json.ts";
import { defineStep } from "../../contract/define-step.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { columns, name, names, scalar } from "../parts/fields.ts";
import { lack, listed, shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const fillMissing = defineStep({
  name: "fill-missing",
  version: 3,
  section: "missing",
  takes: { table: { gives: "table", rows: "same", columns: "more" } },
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
          by: z.enum(["mean", "median", "mode", "half-min"]).meta({
            title: "By",
            description:
              "Mean or median of the column (numbers), its most frequent value (mode), or half its least value (half-min, for what lies below a limit of detection)",
          }),
        }),
        z.strictObject({
          by: z.enum(["forward", "linear"]).meta({
            title: "By",
            description: "The last value before it (forward), or on the line between its neighbours (linear)",
          }),
          order: name.or(z.literal("")).default("").meta({
            title: "Along",
            description: "Column that says in which order rows stand: numbers, or dates as 2026-03-31",
          }),
        }),
      ])
      .default({ by: "median" })
      .meta({ title: "Fill", description: "What missing values become" }),
    within: names.default([]).meta({
      title: "Within",
      description: "Columns of groups: what is put in is taken of the rows of the same group. None: of all rows",
    }),
    indicator: z.boolean().default(false).meta({
      title: "Mark",
      description: "true: a column <name>_missing for each, which says where a value was missing",
    }),
  },
  freezes: ({ fill }) => (fill.by === "value" ? "each" : isAlong(fill) ? "whole" : "fitted"),
  carries: "rows",
  // How columns are filled is not harmless. Whoever puts those without a group into one and then into another reads their values
  // off the difference; of two rules side by side it tells how many were filled.
  harmless: { columns: "any" },
  words,
  labels: { columns: formsWords.key("columns"), within: words.key("within"), order: words.key("along") },
  lacks: ({ columns: chosen, fill }, context) =>
    chosen.length === 0 ? lack("columns", context) : isAlong(fill) && fill.order === "" ? lack("column", context) : null,
  say(step, context) {
    const columns = listed(step.columns);
    const { fill, within } = step;
    const said =
      fill.by === "value"
        ? words.say("says-value", { columns, value: shown(fill.value, context) }, context.locale)
        : isAlong(fill)
          ? words.say(`says-${fill.by}`, { columns, order: fill.order }, context.locale)
          : words.say(`says-${fill.by}`, { columns }, context.locale);
    return within.length === 0 ? said : words.say("says-within", { said, groups: listed(within) }, context.locale);
  },
  columnsAfter: (step, before) => (step.indicator ? [...before, ...step.columns.map(indicatorName)] : before),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});

type Fill = { readonly by: string };
export const isAlong = <F extends Fill>(fill: F): fill is Extract<F, { order: string }> =>
  fill.by === "forward" || fill.by === "linear";

export const indicatorName = (column: string): string => `${column}_missing`;
