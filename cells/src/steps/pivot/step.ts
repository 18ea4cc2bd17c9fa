// pivot: makes a column of each value of a column.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { aggregates } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const meetings = ["first", ...aggregates] as const;

export const pivot = defineStep({
  name: "pivot",
  version: 2,
  section: "shape",
  takes: { table: { gives: "table", rows: "fewer", columns: "any" } },
  options: {
    names: z.string().default("").meta({ title: "Names", description: "Column whose values become the names of new columns" }),
    values: z.string().default("").meta({ title: "Values", description: "Column whose values fill them" }),
    take: z.enum(meetings).default("first").meta({ title: "Take", description: "What to take where several rows meet" }),
  },
  words,
  labels: { names: words.key("columns-from"), values: words.key("filled-with") },
  ending: "wide",
  lacks: (step, context) => (step.names === "" || step.values === "" ? lack("columns", context) : null),
  say: (step, { locale }) => words.say("says", { names: step.names, values: step.values }, locale),
  columnsAfter: (step, before) => before.filter((name) => name !== step.names && name !== step.values),
  groupsAfter: (step, before) =>
    before && { ...before, counts: before.counts.filter((name) => name !== step.names && name !== step.values) },
});
