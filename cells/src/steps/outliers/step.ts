// outliers: values that lie far from the others of their column are flagged, set missing, drawn in, or their rows dropped.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { reasonName, rowFlag } from "../parts/outlier-flags.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const rules = ["mad", "iqr", "z", "esd", "seasonal", "mcd", "components", "lof", "forest"] as const;
export const actions = ["flag", "keep", "missing", "winsorise", "drop"] as const;

const beyond = (standard: number, description: string) =>
  z.number().positive().max(1000).default(standard).meta({ title: "Beyond", description });

const quantile = z.number().gt(0.5).lt(1).default(0.975).meta({
  title: "Quantile",
  description: "An outlier is farther than so large a share of normal rows is",
});
const seed = z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds give equal answers" });

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
    z.strictObject({
      by: z.literal("seasonal").meta({
        title: "By",
        description:
          "Distance from what trend and season of the other values of a series in time make expect (STL, robust), in 1.4826 median absolute deviations of what they leave",
      }),
      time: z.string().default("").meta({
        title: "Time",
        description: "Column of numbers or dates, in even steps, that puts the rows in order; of each group a series of its own",
      }),
      period: z
        .number()
        .int()
        .min(0)
        .max(100_000)
        .refine((n) => n !== 1)
        .default(0)
        .meta({
          title: "Period",
          description: "After how many steps of time the season repeats, from 2 on; 0: as the data tell, which is said",
        }),
      beyond: beyond(3.5, "An outlier is farther than so many of these deviations"),
    }),
    z.strictObject({
      by: z.literal("mcd").meta({
        title: "By",
        description:
          "Mahalanobis distance of the columns together from centre and scatter of the bulk of the rows (minimum covariance determinant), which outliers do not move",
      }),
      quantile,
      seed,
    }),
    z.strictObject({
      by: z.literal("components").meta({
        title: "By",
        description:
          "Distance in principal components of the columns, each in its standard deviations: far out along the components, or far from them all",
      }),
      components: z.number().int().min(0).max(1000).default(0).meta({
        title: "Components",
        description: "How many; 0: as few as hold 80 % of the variance",
      }),
      quantile,
    }),
    z.strictObject({
      by: z.literal("lof").meta({
        title: "By",
        description:
          "Local outlier factor of the columns together: how much sparser it is around a row than around its neighbours",
      }),
      neighbours: z.number().int().min(1).max(1000).default(20).meta({ title: "Neighbours", description: "How many count" }),
      beyond: beyond(1.5, "An outlier has a factor above it; of rows among others it is about 1"),
    }),
    z.strictObject({
      by: z.literal("forest").meta({
        title: "By",
        description: "Isolation forest of the columns together: how few random cuts set a row apart",
      }),
      trees: z.number().int().min(1).max(2000).default(100).meta({ title: "Trees", description: "How many" }),
      seed,
      beyond: z.number().gt(0).lt(1).default(0.6).meta({
        title: "Beyond",
        description: "An outlier has a score above it, between 0 and 1; of rows like the others it is .5 or less",
      }),
    }),
  ])
  .default({ by: "mad", beyond: 3.5 })
  .meta({ title: "Rule", description: "What is an outlier" });
export type Rule = z.output<typeof rule>;
/** Those whose bounds are taken of the training and hold for rows that come later. */
export type BoundRule = Extract<Rule, { readonly by: "mad" | "iqr" | "z" }>;
export const isBound = (by: Rule): by is BoundRule => by.by === "mad" || by.by === "iqr" || by.by === "z";
/** Those that measure distances from a place, which is taken of the training and holds for rows that come later. */
export type PlacedRule = Extract<Rule, { readonly by: "mcd" | "components" }>;
export const isPlaced = (by: Rule): by is PlacedRule => by.by === "mcd" || by.by === "components";
/** Those that look at all columns together and tell of rows, not of values. */
export type JointRule = PlacedRule | Extract<Rule, { readonly by: "lof" | "forest" }>;
export const isJoint = (by: Rule): by is JointRule => isPlaced(by) || by.by === "lof" || by.by === "forest";
/** A row that is far as a whole has no value that could be taken away or drawn in. */
export const actionsOf = (by: Rule): readonly (typeof actions)[number][] => (isJoint(by) ? ["flag", "keep", "drop"] : actions);

export const outliers = defineStep({
  name: "outliers",
  // 3: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 3,
  section: "outliers",
  takes: { table: { gives: "table", rows: "fewer", columns: "more" } },
  options: {
    columns: columns("Columns of numbers, each looked at by itself, or by mcd, components, lof and forest together"),
    rule,
    group: z.string().default("").meta({
      title: "Within",
      description: "Column of groups, each of which has bounds of its own; empty: none",
    }),
    action: z.enum(actions).default("flag").meta({
      title: "Then",
      description:
        "flag: two columns beside each, <name>_outlier and how far by the rule (of columns together outlier and how far at the end), and outlier_reason at the end; keep: they are only counted; missing: the value is taken away; winsorise: it becomes the bound; drop: its row goes",
    }),
  },
  // Which values the other rules take for outliers depends on all rows, and nothing is kept that would tell of a new one.
  freezes: (step) => (isBound(step.rule) || isPlaced(step.rule) ? "fitted" : "whole"),
  thinsTraining: ({ action }) => action === "drop",
  carries: "names",
  words,
  ending: "outliers",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: {
    columns: formsWords.key("columns"),
    rule: words.key("rule"),
    time: words.key("time"),
    group: words.key("group"),
    action: words.key("action"),
  },
  lacks: (step, context) =>
    step.columns.length === 0
      ? lack("columns", context)
      : step.rule.by === "seasonal" && step.rule.time === ""
        ? lack("column", context)
        : null,
  say({ columns: chosen, rule: by, group, action }, { locale }) {
    const within = group === "" ? "" : words.say("within", { group }, locale);
    const { by: name, ...params } = by;
    return words.say(
      `says-${action}`,
      { columns: listed(chosen), rule: words.say(`rule-${name}`, params, locale), within },
      locale,
    );
  },
  columnsAfter({ columns: chosen, rule: by, action }, before) {
    if (action !== "flag") return before;
    const reason = before.includes(reasonName) ? [] : [reasonName];
    if (isJoint(by)) return [...before, ...(before.includes(rowFlag) ? [] : [rowFlag]), ...farNames(rowFlag, by), ...reason];
    const beside = (name: string): string[] => [name, flagName(name), ...farNames(name, by)];
    return [...before.flatMap((name) => (chosen.includes(name) ? beside(name) : [name])), ...reason];
  },
  groupsAfter: ({ columns: chosen, action }, before) =>
    before && (action === "missing" || action === "winsorise")
      ? { ...before, counts: before.counts.filter((name) => !chosen.includes(name)) }
      : before,
});

export const flagName = (column: string): string => `${column}_outlier`;
/** The columns that say how far, called by the rule. */
export const farNames = (column: string, { by }: Rule): readonly string[] =>
  (by === "components" ? ["score_distance", "orthogonal_distance"] : [by]).map((measure) => `${column}_${measure}`);
