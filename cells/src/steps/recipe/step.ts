// recipe: does what another chain of steps does, with what those steps took of their own data. The chain is the output of a cell,
// or a recipe that was saved as a file.

import { z } from "zod";
import { isCellRef } from "../../base/refs.ts";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { recipeEnding } from "../../contract/recipe-file.ts";
import { words } from "./words.ts";

export const inFolds = ["refit", "as-fitted"] as const;

export const recipe = defineStep({
  name: "recipe",
  // 2: what it does is kept with it, so that it is carried over to other rows.
  version: 2,
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
    inFolds: z.enum(inFolds).default("refit").meta({
      title: "Within the folds of a validation",
      description:
        "refit: its steps are fitted anew in each fold, as all others; as-fitted: they stay as they are, by the word of whoever knows that they were fitted on none of these rows",
    }),
  },
  // The chain is its state: as it was fitted elsewhere it stays.
  freezes: () => "each",
  words,
  labels: { from: words.key("steps-of"), inFolds: words.key("in-folds") },
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
