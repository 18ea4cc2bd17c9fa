// fpkm: how it is computed stands in apply.ts.

import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { byLength } from "../parts/length-fields.ts";
import { words } from "./words.ts";

export const fpkm = defineStep({
  name: "fpkm",
  // 2: lengths of a GTF are kept.
  version: 2,
  ...byLength,
  words,
  ending: "fpkm",
  menu: { group: "clean", order: 1, takes: ["assay"], fits: (above) => (isCounts(above) ? 0.5 : 0), words: menuWords(words) },
  say: (step, { locale, nameOf }) =>
    step.with
      ? words.say("says-table", { table: nameOf(step.with) }, locale)
      : words.say("says-column", { column: step.length }, locale),
});
