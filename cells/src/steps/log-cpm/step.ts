// log-cpm: the logarithm of counts per million.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { number, usualPriors } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const priorOf = ["cpm", "counts"] as const;

export const logCpm = defineStep({
  name: "log-cpm",
  version: 4,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    prior: number("Prior", "Added before the logarithm, in CPM or in counts", 1),
    of: z.enum(priorOf).default("cpm").meta({
      title: "Prior of",
      description:
        "cpm: log2(CPM + prior), the same in all samples; counts: edgeR's cpm(log = TRUE, prior.count), in proportion to the size of the library",
    }),
  },
  // In proportion to what the libraries of the training are on average.
  freezes: ({ of }) => (of === "counts" ? "fitted" : "each"),
  carries: "rows",
  // Means of many logarithms of the same values would tell the values.
  harmless: { prior: (prior) => usualPriors.includes(prior) },
  words,
  labels: { prior: formsWords.key("prior"), of: words.key("of") },
  ending: "logcpm",
  menu: { group: "clean", takes: ["assay"], fits: (above) => (isCounts(above) ? 2 : 0), words: menuWords(words) },
  say: (step, context) =>
    words.say(step.of === "counts" ? "says-counts" : "says", { prior: shown(step.prior, context) }, context.locale),
});
