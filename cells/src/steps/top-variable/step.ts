// top-variable: keeps the features that vary most.

import { defineStep } from "../../contract/define-step.ts";
import { number } from "../parts/fields.ts";
import { featuresWord, shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const topVariable = defineStep({
  name: "top-variable",
  version: 2,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: { count: number("Features", "Number of features, from 1", 500) },
  freezes: () => "fitted",
  carries: "rows",
  // Counts per million of many choices of features would tell the counts of each sample: no number but the usual one.
  words,
  labels: { count: words.key("how-many") },
  ending: "top",
  say: (step, context) => words.say("says", { count: shown(step.count, context), noun: featuresWord(context) }, context.locale),
});
