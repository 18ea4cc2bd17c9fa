// filter-sites: keeps sites of variants that vary enough and are called in enough samples.

import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const filterSites = defineStep({
  name: "filter-sites",
  version: 2,
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    frequency: number("Least frequency", "Of the rarer allele, from 0 to 0.5; 0 keeps all", 0.01),
    missing: number("Largest share missing", "Of the samples, from 0 to 1; 1 keeps all", 0.1),
  },
  freezes: () => "fitted",
  carries: "rows",
  // No bounds but the usual ones: how many sites have so rare an allele is told by the size of what is kept.
  words,
  labels: { frequency: words.key("frequency"), missing: words.key("missing") },
  ending: "sites",
  menu: {
    group: "clean",
    takes: ["assay"],
    fits: (above) => (above?.type === "assay" && above.summary?.detail?.["scale"] === "dosage" ? 3 : 0),
    words: menuWords(words),
  },
  say: (step, context) => words.say("says", bounds(step, context), context.locale),
  sayCounted: (step, context, { before, after }) =>
    words.say("says-counted", { kept: after, all: before, ...bounds(step, context) }, context.locale),
});

type Said = Parameters<typeof shown>;
const bounds = (step: { readonly frequency: Said[0]; readonly missing: Said[0] }, context: Said[1]) => ({
  frequency: shown(step.frequency, context),
  missing: shown(step.missing, context),
});
