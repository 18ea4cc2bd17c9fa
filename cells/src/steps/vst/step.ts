// vst: counts on a scale on which features of every mean scatter alike (DESeq2).

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { words } from "./words.ts";

/** Of how many features DESeq2's vst takes the trend. */
export const usualSubset = 1000;

export const vst = defineStep({
  name: "vst",
  version: 1,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    of: z.enum(["subset", "all"]).default("subset").meta({
      title: "Trend from",
      description:
        "subset: 1,000 features of a mean above 5, spread over the means (DESeq2's vst); all: every feature (varianceStabilizingTransformation)",
    }),
    trend: z.enum(["parametric", "mean"]).default("parametric").meta({
      title: "Trend of the dispersions",
      description: "parametric: a / mean + b; mean: one value for all",
    }),
  },
  freezes: () => "fitted",
  carries: "rows",
  words,
  labels: { of: words.key("of"), trend: words.key("trend") },
  ending: "vst",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: (above) => (isCounts(above) ? 0.5 : 0), words: menuWords(words) },
  say: ({ of }, { locale }) => words.say(`says-${of}`, {}, locale),
});
