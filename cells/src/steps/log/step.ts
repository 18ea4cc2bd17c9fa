// log: the logarithm of each value.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { number, usualPriors } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const log = defineStep({
  name: "log",
  version: 2,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    base: z
      .union([z.literal(2), z.literal(10), z.literal("e")])
      .default(2)
      .meta({ title: "Base", description: "Of the logarithm" }),
    prior: number("Prior", "Added to each value before the logarithm", 1),
    floor: z
      .number()
      .nullable()
      .default(null)
      .meta({ title: "Floor", description: "Values below it are raised to it first: what lies below is noise; null: none" }),
  },
  freezes: () => "each",
  carries: "rows",
  // Means of many logarithms of the same values would tell the values; of other bases they are the same, times a number.
  harmless: { base: "any", prior: (prior) => usualPriors.includes(prior) },
  words,
  labels: { prior: formsWords.key("prior"), floor: words.key("floor") },
  ending: "log",
  say: (step, context) =>
    step.floor === null
      ? words.say("says", { base: step.base, prior: shown(step.prior, context) }, context.locale)
      : words.say("says-floor", { base: step.base, prior: shown(step.prior, context), floor: step.floor }, context.locale),
});
