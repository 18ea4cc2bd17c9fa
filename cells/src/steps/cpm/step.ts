// cpm: counts per million. How it is computed: parts/library-sizes.ts.

import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const cpm = defineStep({
  name: "cpm",
  version: 4,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {},
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "cpm",
  say: (_step, { locale }) => words.say("says", {}, locale),
});
