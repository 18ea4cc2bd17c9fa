// log-cpm: the logarithm of counts per million.

import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { number, usualPriors } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const logCpm = defineStep({
  name: "log-cpm",
  version: 3,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: { prior: number("Prior", "Added to each CPM before the logarithm, in CPM", 1) },
  freezes: () => "each",
  carries: "rows",
  // Means of many logarithms of the same values would tell the values.
  harmless: { prior: (prior) => usualPriors.includes(prior) },
  words,
  labels: { prior: formsWords.key("prior") },
  ending: "logcpm",
  menu: { group: "clean", takes: ["assay"], fits: (above) => (isCounts(above) ? 2 : 0), words: menuWords(words) },
  say: (step, context) => words.say("says", { prior: shown(step.prior, context) }, context.locale),
});
