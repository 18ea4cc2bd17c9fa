// filter-features: keeps features that are expressed enough.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import type { StepContext } from "../../contract/step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { featuresWord, shown } from "../parts/said.ts";
import { words } from "./words.ts";

const usual = { by: "count", min: 10, samples: 3 } as const;

const rule = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("count").meta({ title: "By", description: "Values of at least `min` in at least `samples` samples" }),
      min: number("Least value", "A value counts from here on"),
      samples: number("Samples", "Number of samples, from 0"),
    }),
    z.strictObject({
      by: z.literal("total").meta({ title: "By", description: "A sum over all samples of more than `above`" }),
      above: number("Above", "The sum must be larger"),
    }),
  ])
  .default(usual)
  .meta({
    title: "Rule",
    description: "{by: count, min, samples}: at least min in at least so many samples; {by: total, above}: sum over samples",
  });

export const filterFeatures = defineStep({
  name: "filter-features",
  // 3: compares what is shown of a number of 32 bits, and not its neighbour.
  version: 3,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: { rule },
  freezes: () => "fitted",
  carries: "rows",
  // No rule but the usual one: how many features have so much in so many samples is told by the size of what is kept.
  words,
  labels: { min: words.key("at-least"), samples: words.key("in-samples"), above: words.key("above") },
  ending: "kept",
  menu: { group: "clean", takes: ["assay"], fits: (above) => (isCounts(above) ? 3 : 0), words: menuWords(words) },
  say: (step, context) => words.say("says", { noun: featuresWord(context), rule: ruleWords(step.rule, context) }, context.locale),
  sayCounted: (step, context, { before, after }) =>
    words.say(
      "says-counted",
      { kept: after, all: before, noun: featuresWord(context), rule: ruleWords(step.rule, context) },
      context.locale,
    ),
});

const ruleWords = (asked: z.output<typeof rule>, context: StepContext): string =>
  asked.by === "count"
    ? words.say("rule-count", { min: shown(asked.min, context), samples: shown(asked.samples, context) }, context.locale)
    : words.say("rule-total", { above: shown(asked.above, context) }, context.locale);
