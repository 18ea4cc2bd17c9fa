// combat: what a batch adds to each feature and by what it stretches it is taken away, with strength borrowed from all features
// (sva's ComBat).

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { designSpec, emptyDesign, saysDesign } from "../../design/spec.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const priors = ["parametric", "non-parametric"] as const;

export const combat = defineStep({
  name: "combat",
  version: 2,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    batch: z.string().default("").meta({ title: "Batch", description: "Column of the samples that says of which batch each is" }),
    keep: designSpec.default(emptyDesign).meta({
      title: "Keep",
      description:
        "{formula}: what of the samples is to stay (sva's mod); empty: nothing is named. A group that is named differs more afterwards",
    }),
    prior: z.enum(priors).default("parametric").meta({
      title: "Prior",
      description: "parametric: normal shifts and inverse gamma variances; non-parametric: as the other features show them, slow",
    }),
    meanOnly: z.boolean().default(false).meta({
      title: "Means only",
      description: "true: batches shift features and do not stretch them; so it is with a batch of one sample",
    }),
    reference: z.string().nullable().default(null).meta({
      title: "Reference",
      description: "The batch that stays as it is, to which the others are brought; null: all meet in their middle",
    }),
  },
  // What becomes of a sample depends on which others there are.
  freezes: () => "whole",
  carries: "rows",
  words,
  labels: {
    batch: words.key("batch"),
    keep: words.key("keep"),
    prior: words.key("prior"),
    meanOnly: words.key("mean-only"),
    reference: words.key("reference"),
  },
  ending: "combat",
  menu: { group: "clean", order: 2, takes: ["assay"], fits: () => 0, words: menuWords(words) },
  lacks: ({ batch }, context) => (batch === "" ? lack("column", context) : null),
  formSays: saysDesign,
  say({ batch, keep, reference, meanOnly }, { locale }) {
    const formula = keep.formula.trim();
    const kept = formula === "" ? "" : words.say("says-kept", { formula }, locale);
    const to = reference === null ? "" : words.say("says-reference", { reference }, locale);
    return words.say(meanOnly ? "says-means" : "says", { batch, kept, to }, locale);
  },
});
