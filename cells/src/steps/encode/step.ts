// encode: categories become numbers.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const unseenOf = { "one-hot": ["refuse", "zero", "other"], ordinal: ["refuse", "missing"] } as const;
export const drops = ["none", "of-two", "first"] as const;
export const encodings = ["one-hot", "ordinal", "frequency", "target"] as const;

const rule = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("one-hot").meta({ title: "By", description: "A column of 0 and 1 for each category" }),
      unseen: z.enum(unseenOf["one-hot"]).default("refuse").meta({
        title: "New categories",
        description:
          "Of rows that come later, and of none of the training: refuse; zero: 0 in every column; other: a column of its own for all of them",
      }),
      drop: z.enum(drops).default("none").meta({
        title: "Columns made",
        description:
          "none: one of each category; of-two: of two categories the second one alone, which tells both; first: of each column all but its first category, as designs do",
      }),
    }),
    z.strictObject({
      by: z.literal("ordinal").meta({ title: "By", description: "Its place in an order, from 0" }),
      order: z
        .array(z.string())
        .default([])
        .meta({ title: "Order", description: "Categories from the lowest to the highest; none: sorted" }),
      unseen: z
        .enum(unseenOf.ordinal)
        .default("refuse")
        .meta({ title: "New categories", description: "Of those without a place: refuse, or missing" }),
    }),
    z.strictObject({
      by: z.literal("frequency").meta({ title: "By", description: "Its share of the rows that have a value, from 0 to 1" }),
    }),
    z.strictObject({
      by: z.literal("target").meta({
        title: "By",
        description: "What is predicted on average in it; of rows that it is learned of by the folds in which they are not",
      }),
      target: z.string().default("").meta({ title: "Target", description: "Column that is predicted: numbers or classes" }),
      smooth: z
        .union([z.literal("auto"), z.number().min(0).max(1e9)])
        .default("auto")
        .meta({
          title: "Smoothing",
          description: "How many rows the mean of all counts as; auto: by how far rows of a category lie apart",
        }),
      folds: z.number().int().min(2).max(100).default(5).meta({ title: "Folds", description: "Of the rows that are learned of" }),
      seed: z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds deal equal rows alike" }),
    }),
  ])
  .default({ by: "one-hot", unseen: "refuse", drop: "none" })
  .meta({ title: "As", description: "What categories become" });

export const encode = defineStep({
  name: "encode",
  // 2: columns that mirror each other are told.
  // 3: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 3,
  section: "numbers",
  takes: { table: { gives: "table", rows: "same", columns: "any" } },
  options: {
    columns: columns("Columns of categories"),
    as: rule,
    keep: z
      .boolean()
      .default(false)
      .meta({ title: "Keep", description: "true: the columns themselves stay beside those made of them" }),
  },
  freezes: ({ as }) => (as.by === "ordinal" && as.order.length > 0 ? "each" : "fitted"),
  crossFits: ({ as }) => (as.by === "target" ? as.target : null),
  words,
  ending: "encoded",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), as: words.key("as"), target: words.key("target") },
  lacks(step, context) {
    if (step.columns.length === 0) return lack("columns", context);
    return step.as.by === "target" && step.as.target === "" ? lack("column", context) : null;
  },
  say: (step, { locale }) =>
    words.say("says", { columns: listed(step.columns), as: words.say(`by-${step.as.by}`, {}, locale) }, locale),
  columnsAfter(step, before) {
    if (step.as.by === "one-hot" || (step.as.by === "target" && !step.keep))
      return step.keep ? before : before.filter((name) => !step.columns.includes(name));
    return step.keep && step.as.by !== "target"
      ? [...before, ...step.columns.map((name) => codesName(name, step.as.by))]
      : before;
  },
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});

/** What the column of codes is called where the categories stay beside it. */
export const codesName = (column: string, by: string): string => `${column}_${by}`;
