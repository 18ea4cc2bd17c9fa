// impute-neighbours: fills gaps with the mean of the rows that are nearest in the other columns.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const weightings = ["uniform", "distance"] as const;

export const imputeNeighbours = defineStep({
  name: "impute-neighbours",
  version: 1,
  section: "missing",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: columns("Columns of numbers by which rows are compared, and whose gaps are filled"),
    neighbours: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(5)
      .meta({ title: "Neighbours", description: "How many rows, 1 to 1000" }),
    weights: z
      .enum(weightings)
      .default("uniform")
      .meta({ title: "Weights", description: "uniform: all count alike; distance: nearer ones count for more" }),
  },
  freezes: () => "fitted",
  carries: "rows",
  words,
  ending: "filled",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), neighbours: words.key("neighbours") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) => words.say("says", { columns: listed(step.columns), n: step.neighbours }, locale),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});
