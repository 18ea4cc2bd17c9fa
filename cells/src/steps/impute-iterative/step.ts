// impute-iterative: fills gaps of each column by a regression on the others, round after round.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const imputeIterative = defineStep({
  name: "impute-iterative",
  version: 1,
  section: "missing",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: columns("Columns of numbers that are told by each other, and whose gaps are filled"),
    rounds: z.number().int().min(1).max(100).default(10).meta({ title: "Rounds at most", description: "1 to 100" }),
  },
  freezes: () => "fitted",
  carries: "rows",
  words,
  ending: "filled",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), rounds: words.key("rounds") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) => words.say("says", { columns: listed(step.columns) }, locale),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});
