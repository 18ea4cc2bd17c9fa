// filter-by-expression: keeps features with counts that are worth a test, by the design of the experiment (edgeR's filterByExpr).

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import type { StepContext } from "../../contract/step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { designSpec, emptyDesign, saysDesign } from "../../design/spec.ts";
import { number } from "../parts/fields.ts";
import { featuresWord, lack, shown } from "../parts/said.ts";
import { words } from "./words.ts";

const compare = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("design").meta({ title: "By", description: "The design of the experiment" }),
      design: designSpec.default(emptyDesign).meta({ title: "Design", description: "{formula, columns, block, missing}" }),
    }),
    z.strictObject({
      by: z.literal("group").meta({ title: "By", description: "Groups of samples" }),
      column: z.string().default("").meta({ title: "Column", description: "Column of the samples that holds the groups" }),
    }),
    z.strictObject({ by: z.literal("none").meta({ title: "By", description: "All samples are one group" }) }),
  ])
  .default({ by: "design", design: emptyDesign })
  .meta({
    title: "Compared",
    description: "{by: design, design: {formula}}: a design; {by: group, column}: groups; {by: none}: one group",
  });

export const filterByExpression = defineStep({
  name: "filter-by-expression",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    compare,
    minCount: number("Counts", "A sample of usual depth must reach so many (edgeR's min.count)", 10),
    minTotalCount: number("Counts in all", "Sum over all samples (edgeR's min.total.count)", 15),
    largeN: number("Large group", "Of groups above this size a share is enough (edgeR's large.n)", 10),
    minProp: number("Share", "Of the samples above that size, from 0 to 1 (edgeR's min.prop)", 0.7),
  },
  freezes: () => "fitted",
  carries: "rows",
  // Which features pass which bounds would tell their counts: no option is without consequence.
  words,
  labels: {
    compare: words.key("compare"),
    column: words.key("group-column"),
    minCount: words.key("min-count"),
    minTotalCount: words.key("min-total"),
    largeN: words.key("large"),
    minProp: words.key("share"),
  },
  ending: "kept",
  menu: { group: "clean", takes: ["assay"], fits: () => 0, words: menuWords(words) },
  lacks({ compare: asked }, context) {
    const isOpen = (asked.by === "design" && asked.design.formula.trim() === "") || (asked.by === "group" && asked.column === "");
    return isOpen ? lack(asked.by === "design" ? "columns" : "column", context) : null;
  },
  formSays: saysDesign,
  say: (step, context) => words.say("says", { noun: featuresWord(context), ...told(step, context) }, context.locale),
  sayCounted: (step, context, { before, after }) =>
    words.say("says-counted", { kept: after, all: before, noun: featuresWord(context), ...told(step, context) }, context.locale),
});

type Options = { readonly compare: z.output<typeof compare>; readonly minCount: unknown };
const told = ({ compare: asked, minCount }: Options, context: StepContext) => ({
  min: shown(minCount, context),
  by:
    asked.by === "none"
      ? words.say("by-none", {}, context.locale)
      : asked.by === "group"
        ? asked.column
        : asked.design.formula.trim(),
});
