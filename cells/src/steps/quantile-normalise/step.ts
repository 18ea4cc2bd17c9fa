// quantile-normalise: all samples are given one distribution, that of the training's mean sample.

import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words } from "./words.ts";

export const quantileNormalise = defineStep({
  name: "quantile-normalise",
  version: 1,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {},
  freezes: () => "fitted",
  carries: "rows",
  words,
  ending: "quantiles",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: () => 0, words: menuWords(words) },
  say: (_step, { locale }) => words.say("says", {}, locale),
});
