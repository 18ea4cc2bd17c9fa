// highly-variable: keeps the features that vary more than others of their mean do (Seurat's rule of version 3, "vst").

import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { featuresWord, shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const highlyVariable = defineStep({
  name: "highly-variable",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: { count: number("Features", "Number of features, from 1 (Seurat's nfeatures)", 2000) },
  freezes: () => "fitted",
  carries: "rows",
  // Which features vary most in many choices would tell the counts: no number but the usual one.
  words,
  labels: { count: words.key("how-many") },
  ending: "variable",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: () => 0, words: menuWords(words) },
  say: (step, context) => words.say("says", { count: shown(step.count, context), noun: featuresWord(context) }, context.locale),
});
