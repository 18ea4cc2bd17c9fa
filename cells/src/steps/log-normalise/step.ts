// log-normalise: counts over the sum of their sample, times a factor, and the natural logarithm of that and 1 (Seurat's LogNormalize,
// scanpy's normalize_total with log1p).

import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const logNormalise = defineStep({
  name: "log-normalise",
  version: 1,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: { factor: number("Factor", "To which the counts of each sample are brought (Seurat's scale.factor)", 10_000) },
  freezes: () => "each",
  carries: "rows",
  words,
  labels: { factor: words.key("factor") },
  ending: "lognorm",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: () => 0, words: menuWords(words) },
  say: (step, context) => words.say("says", { factor: shown(step.factor, context) }, context.locale),
});
