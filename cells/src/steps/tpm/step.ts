// tpm: how it is computed stands in apply.ts.

import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { words as lengthWords } from "../parts/gene-lengths/words.ts";
import { lacksLength, lengthOptions } from "../parts/length-fields.ts";
import { words } from "./words.ts";

export const tpm = defineStep({
  name: "tpm",
  version: 1,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: lengthOptions,
  // A sample's values follow from its own counts and from lengths that nobody took of the samples.
  freezes: () => "each",
  carries: "rows",
  words,
  labels: {
    with: lengthWords.key("with"),
    key: lengthWords.key("key"),
    length: lengthWords.key("length"),
    lost: lengthWords.key("lost"),
  },
  ending: "tpm",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: (above) => (isCounts(above) ? 0.5 : 0), words: menuWords(words) },
  lacks: lacksLength,
  say: (step, { locale, nameOf }) =>
    step.with
      ? words.say("says-table", { table: nameOf(step.with) }, locale)
      : words.say("says-column", { column: step.length }, locale),
});
