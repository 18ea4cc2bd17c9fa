// prune-ld: keeps sites of which no two near ones go together.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const pruneLd = defineStep({
  name: "prune-ld",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    window: number("Window", "Sites beside each other that are compared with each other, from 2; of the unit kb kilobases", 50),
    unit: z.enum(["sites", "kb"]).default("sites").meta({
      title: "Window in",
      description: "sites: so many beside each other; kb: those that lie at most so many thousand bases behind the first",
    }),
    step: number("Moved by", "By how many sites the window is moved on, from 1", 5),
    most: number("Largest r²", "Squared correlation of the copies of two sites, from 0 to 1; of a pair above it one goes", 0.2),
  },
  freezes: () => "fitted",
  carries: "rows",
  words,
  labels: { window: words.key("window-size"), step: words.key("step"), most: words.key("most") },
  ending: "pruned",
  menu: {
    group: "clean",
    takes: ["assay"],
    fits: (above) => (above?.type === "assay" && above.summary?.detail?.["scale"] === "dosage" ? 3 : 0),
    words: menuWords(words),
  },
  say: (step, context) => words.say(step.unit === "kb" ? "says-kb" : "says", said(step, context), context.locale),
  sayCounted: (step, context, { before, after }) =>
    words.say(
      step.unit === "kb" ? "says-counted-kb" : "says-counted",
      { kept: after, all: before, ...said(step, context) },
      context.locale,
    ),
});

type Said = Parameters<typeof shown>;
const said = ({ window, step, most }: { readonly [field in "window" | "step" | "most"]: Said[0] }, context: Said[1]) => ({
  window: shown(window, context),
  step: shown(step, context),
  most: shown(most, context),
});
