// recipe: does what another chain of steps does, with what those steps took of their own data.

import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { words } from "./words.ts";

export const recipe = defineStep({
  name: "recipe",
  version: 1,
  takes: {
    table: { gives: "table", rows: "any", columns: "any" },
    assay: { gives: "assay", rows: "any", columns: "any" },
  },
  options: {
    from: cellRef().nullable().default(null).meta({
      title: "Steps",
      description: "The output `fitted` of a cell with steps, in notebook files =name.fitted",
    }),
  },
  words,
  labels: { from: words.key("steps-of") },
  ending: "prepared",
  menu: { group: "clean", order: 2, words: menuWords(words) },
  lacks: (step, { locale }) => (step.from === null ? words.say("lacks", {}, locale) : null),
  // What a row is after them is not told here.
  groupsAfter: () => null,
  say: (step, { locale, nameOf }) => words.say("says", { from: step.from ? nameOf(step.from) : "" }, locale),
});
