// scale: brings columns of numbers to one scale.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

/** The first seven take something of each column; of the norms each row is its own. */
export const scalings = [
  "standard",
  "robust",
  "min-max",
  "max-abs",
  "quantile-uniform",
  "quantile-normal",
  "unit-l2",
  "unit-l1",
  "unit-max",
] as const;
export type Scaling = (typeof scalings)[number];
export const isOfRows = (by: Scaling): boolean => by.startsWith("unit-");

export const scale = defineStep({
  name: "scale",
  // 2: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 2,
  section: "numbers",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: columns("Columns of numbers that are scaled"),
    by: z.enum(scalings).default("standard").meta({
      title: "To",
      description:
        "standard: less the mean, over the standard deviation (divisor n); robust: less the median, over the interquartile range; min-max: 0 to 1; max-abs: largest size 1; quantile-uniform, quantile-normal: its place among the values, as share or as normal quantile; unit-l2, unit-l1, unit-max: each row over its length",
    }),
  },
  freezes: ({ by }) => (isOfRows(by) ? "each" : "fitted"),
  carries: "rows",
  words,
  ending: "scaled",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), by: words.key("to") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) =>
    words.say("says", { columns: listed(step.columns), to: words.say(`by-${step.by}`, {}, locale) }, locale),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});
