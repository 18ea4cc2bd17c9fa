// remove-batch: what known batches and numbers of the samples do to each feature is fitted beside what is to stay, and taken away
// (limma's removeBatchEffect).

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { designSpec, emptyDesign, saysDesign } from "../../design/spec.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const levels = ["zero", "mean"] as const;

export const removeBatch = defineStep({
  name: "remove-batch",
  version: 2,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    batch: z.string().default("").meta({ title: "Batch", description: "Column of the samples; empty: none" }),
    batch2: z.string().default("").meta({ title: "Second batch", description: "Another one, added to the first; empty: none" }),
    covariates: columns("Columns of numbers of the samples whose straight lines are taken away, too"),
    level: z.enum(levels).default("zero").meta({
      title: "Numbers brought to",
      description:
        "zero: features stand as they would at 0 of the covariates (limma 3.54); mean: at their mean, so that levels stay",
    }),
    keep: designSpec.default(emptyDesign).meta({
      title: "Keep",
      description: "{formula}: what is fitted beside them and stays (limma's design); empty: the mean alone",
    }),
  },
  // Coefficients are of the samples that are there, and limma keeps none for others.
  freezes: () => "whole",
  carries: "rows",
  words,
  labels: {
    batch: words.key("batch"),
    batch2: words.key("batch2"),
    covariates: words.key("covariates"),
    level: words.key("level"),
    keep: words.key("keep"),
  },
  ending: "nobatch",
  menu: { group: "clean", order: 2, takes: ["assay"], fits: () => 0, words: menuWords(words) },
  lacks: ({ batch, batch2, covariates }, context) =>
    batch === "" && batch2 === "" && covariates.length === 0 ? lack("column", context) : null,
  formSays: saysDesign,
  say({ batch, batch2, covariates, keep }, { locale }) {
    const formula = keep.formula.trim();
    const kept = formula === "" ? "" : words.say("says-kept", { formula }, locale);
    return words.say("says", { columns: listed([batch, batch2, ...covariates].filter((name) => name !== "")), kept }, locale);
  },
});
