// outliers: values that lie far from the others of their column are flagged, set missing, drawn in, or their rows dropped.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const rules = ["mad", "iqr", "z", "esd"] as const;
export const actions = ["flag", "missing", "winsorise", "drop"] as const;

const beyond = (standard: number, description: string) =>
  z.number().positive().max(1000).default(standard).meta({ title: "Beyond", description });

const rule = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("mad").meta({ title: "By", description: "Distance from the median, in 1.4826 median absolute deviations" }),
      beyond: beyond(3.5, "An outlier is farther than so many of these deviations (Iglewicz and Hoaglin: 3.5)"),
    }),
    z.strictObject({
      by: z.literal("iqr").meta({ title: "By", description: "Distance from the nearer quartile, in interquartile ranges" }),
      beyond: beyond(1.5, "An outlier is farther than so many interquartile ranges (Tukey: 1.5; far out: 3)"),
    }),
    z.strictObject({
      by: z.literal("z").meta({ title: "By", description: "Distance from the mean, in standard deviations" }),
      beyond: beyond(3, "An outlier is farther than so many standard deviations"),
    }),
    z.strictObject({
      by: z.literal("esd").meta({ title: "By", description: "Rosner's generalised test of an otherwise normal column" }),
      alpha: z
        .number()
        .gt(0)
        .lt(1)
        .default(0.05)
        .meta({ title: "Level", description: "Chance that a normal column without outliers is told to have one" }),
      most: z.number().int().min(1).max(500).default(10).meta({
        title: "At most",
        description: "How many outliers of a column (of a group) there can be; never more than half of its values",
      }),
    }),
  ])
  .default({ by: "mad", beyond: 3.5 })
  .meta({ title: "Rule", description: "What is an outlier" });
export type Rule = z.output<typeof rule>;
/** Those whose bounds are taken of the training and hold for rows that come later. */
export type BoundRule = Exclude<Rule, { readonly by: "esd" }>;

export const outliers = defineStep({
  name: "outliers",
  version: 1,
  takes: { table: { gives: "table", rows: "fewer", columns: "more" } },
  options: {
    columns: columns("Columns of numbers, each looked at by itself"),
    rule,
    group: z.string().default("").meta({
      title: "Within",
      description: "Column of groups, each of which has bounds of its own; empty: none",
    }),
    action: z.enum(actions).default("flag").meta({
      title: "Then",
      description:
        "flag: two columns beside each, <name>_outlier and how far by the rule; missing: the value is taken away; winsorise: it becomes the bound; drop: its row goes",
    }),
  },
  // Which values the test of Rosner takes for outliers depends on all the others, and tells nothing of a new one.
  freezes: (step) => (step.rule.by === "esd" ? "whole" : "fitted"),
  carries: "names",
  words,
  ending: "outliers",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: {
    columns: formsWords.key("columns"),
    rule: words.key("rule"),
    group: words.key("group"),
    action: words.key("action"),
  },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say({ columns: chosen, rule: by, group, action }, { locale }) {
    const within = group === "" ? "" : words.say("within", { group }, locale);
    const { by: name, ...params } = by;
    return words.say(
      `says-${action}`,
      { columns: listed(chosen), rule: words.say(`rule-${name}`, params, locale), within },
      locale,
    );
  },
  columnsAfter: ({ columns: chosen, rule: by, action }, before) =>
    action === "flag"
      ? before.flatMap((name) => (chosen.includes(name) ? [name, flagName(name), farName(name, by.by)] : [name]))
      : before,
  groupsAfter: ({ columns: chosen, action }, before) =>
    before && action !== "flag" ? { ...before, counts: before.counts.filter((name) => !chosen.includes(name)) } : before,
});

export const flagName = (column: string): string => `${column}_outlier`;
/** The column that says how far, called by the rule. */
export const farName = (column: string, by: Rule["by"]): string => `${column}_${by}`;
