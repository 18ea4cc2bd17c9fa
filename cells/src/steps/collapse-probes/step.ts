// collapse-probes: several features of one gene become one.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { name } from "../parts/fields.ts";
import { featuresWord, lack } from "../parts/said.ts";
import { words } from "./words.ts";

/** The first is limma's avereps, the next two WGCNA's collapseRows (MaxMean, maxRowVariance). */
export const collapseRules = ["mean", "max-mean", "max-variance", "sum"] as const;
export type CollapseRule = (typeof collapseRules)[number];
/** By these one feature of each gene is chosen by its values. */
export const chooses = (how: CollapseRule): boolean => how === "max-mean" || how === "max-variance";

export const collapseProbes = defineStep({
  name: "collapse-probes",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    by: name.or(z.literal("")).default("").meta({
      title: "By",
      description: "Column of the features whose equal values become one, such as symbol; those without a value go (said)",
    }),
    how: z.enum(collapseRules).default("mean").meta({
      title: "How",
      description:
        "mean: of all, as limma's avereps; max-mean, max-variance: the one of largest mean or variance over the samples, as WGCNA's collapseRows; sum: of counts",
    }),
  },
  freezes: ({ how }) => (chooses(how) ? "fitted" : "each"),
  carries: "rows",
  words,
  labels: { by: words.key("by"), how: words.key("how") },
  ending: "genes",
  menu: { group: "clean", takes: ["assay"], words: menuWords(words) },
  lacks: (step, context) => (step.by === "" ? lack("column", context) : null),
  say: ({ by, how }, context) => words.say("says", { by, how: words.say(`how-${how}`, {}, context.locale) }, context.locale),
  sayCounted: ({ by, how }, context, { before, after }) =>
    words.say(
      "says-counted",
      { by, how: words.say(`how-${how}`, {}, context.locale), before, after, noun: featuresWord(context) },
      context.locale,
    ),
});
