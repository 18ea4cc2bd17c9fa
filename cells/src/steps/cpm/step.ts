// cpm: counts per million. How it is computed: parts/library-sizes.ts.

import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const cpm = defineStep({
  name: "cpm",
  version: 1,
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  does: "Counts per million: count / sum of the sample's counts * 1e6",
  options: {},
  words,
  ending: "cpm",
  say: (_step, { locale }) => words.say("says", {}, locale),
});
