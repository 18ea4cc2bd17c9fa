// z-score: each feature less its mean, over its standard deviation.

import { defineStep } from "../../contract/define-step.ts";
import { featuresWord } from "../parts/said.ts";
import { words } from "./words.ts";

export const zScore = defineStep({
  name: "z-score",
  version: 4,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {},
  freezes: () => "fitted",
  carries: "rows",
  words,
  ending: "scaled",
  say: (_step, context) => words.say("says", { noun: featuresWord(context) }, context.locale),
});
