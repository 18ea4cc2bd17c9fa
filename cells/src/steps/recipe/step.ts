// recipe: does what another chain of steps does, with what those steps took of their own data. The chain is the output of a cell,
// or a recipe that was saved as a file.

import { z } from "zod";
import { isCellRef } from "../../base/refs.ts";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { recipeEnding } from "../../contract/recipe-file.ts";
import { words } from "./words.ts";

export const recipe = defineStep({
  name: "recipe",
  version: 1,
  section: "combine",
  takes: {
    table: { gives: "table", rows: "any", columns: "any" },
    assay: { gives: "assay", rows: "any", columns: "any" },
  },
  options: {
    from: z.union([cellRef(), fileRef()]).nullable().default(null).meta({
      title: "Steps",
      description:
        "The output `fitted` of a cell with steps, in notebook files =name.fitted, or a file of a saved recipe: {path: x.recipe.json}, or its path alone",
    }),
    onFail: z.enum(["refuse", "say"]).default("refuse").meta({
      title: "Where the answer is not as the recipe promises",
      description: "refuse: nothing is answered; say: it is answered, and what does not hold stands beside the step",
    }),
    asOf: z.string().max(40).nullable().default(null).meta({
      title: "Fresh as of",
      description:
        "The moment from which a promise of freshness counts back: 2026-11-30 or 2026-11-30T14:05Z; null: it is not asked, and said so",
    }),
  },
  words,
  labels: { from: words.key("steps-of") },
  ending: "prepared",
  menu: { group: "clean", order: 2, words: menuWords(words) },
  lacks: (step, { locale }) => (step.from === null ? words.say("lacks", {}, locale) : null),
  // What a row is after them is not told here.
  groupsAfter: () => null,
  say: ({ from }, { locale, nameOf }) => {
    if (from === null || isCellRef(from)) return words.say("says", { from: from ? nameOf(from) : "" }, locale);
    return words.say("says-file", { name: from.name.replace(new RegExp(`${recipeEnding}$`, "i"), "") || from.name }, locale);
  },
});
