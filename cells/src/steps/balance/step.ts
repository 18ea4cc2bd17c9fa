// balance: makes the classes of the training equally frequent, by rows that are left out, taken again or made between others.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { names } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const ways = ["oversample", "undersample", "smote", "smote-nc"] as const;

const neighbours = z
  .number()
  .int()
  .min(1)
  .max(100)
  .default(5)
  .meta({ title: "Neighbours", description: "Among so many of the nearest rows the second one is chosen" });

const how = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("oversample").meta({ title: "By", description: "Rows of the smaller classes are taken again, by chance" }),
    }),
    z.strictObject({
      by: z.literal("undersample").meta({ title: "By", description: "Rows of the larger classes are left out, by chance" }),
    }),
    z.strictObject({
      by: z.literal("smote").meta({
        title: "By",
        description: "Rows of the smaller classes are made between a row and one of its nearest of the same class",
      }),
      neighbours,
      columns: names.default([]).meta({
        title: "Columns",
        description:
          "Of a table: numbers by which rows are near, and between which rows are made; none named: all but identifiers",
      }),
    }),
    z.strictObject({
      by: z.literal("smote-nc").meta({
        title: "By",
        description:
          "Of a table with numbers and categories: as smote, and a category that differs counts in the distance as the median of the deviations of the numbers in the class; a made row has the category of most of the nearest",
      }),
      neighbours,
      columns: names.default([]).meta({
        title: "Columns",
        description: "Numbers by which rows are near, and between which rows are made; none named: all but identifiers",
      }),
      categories: names.default([]).meta({
        title: "Categories",
        description: "Columns whose values are the same or differ; none named: all texts and yes/no but identifiers",
      }),
    }),
  ])
  .default({ by: "oversample" })
  .meta({ title: "How", description: "By rows taken again, left out, or made" });

export const balance = defineStep({
  name: "balance",
  // 2: SMOTE-NC, and SMOTE says which categories it does not look at.
  version: 2,
  section: "rows",
  takes: {
    table: { gives: "table", rows: "any", columns: "more" },
    assay: { gives: "assay", rows: "same", columns: "any" },
  },
  options: {
    column: z.string().default("").meta({ title: "Classes", description: "Column that is to be predicted" }),
    how,
    share: z.number().positive().max(1).default(1).meta({
      title: "Share",
      description: "Rows of each smaller class to one of the largest, at least; 1: all classes equally frequent",
    }),
    mark: z
      .string()
      .min(1)
      .default("made")
      .meta({ title: "Mark", description: "New column that says which rows were taken again or made" }),
    seed: z.number().int().default(1).meta({ title: "Seed", description: "Equal seeds balance equal rows alike" }),
  },
  freezes: () => "training",
  balances: true,
  words,
  labels: {
    column: words.key("column"),
    how: words.key("how"),
    columns: words.key("columns"),
    categories: words.key("categories"),
    share: words.key("share"),
  },
  ending: "balanced",
  menu: { group: "clean", order: 2, words: menuWords(words) },
  lacks: (step, context) => (step.column === "" ? lack("column", context) : null),
  say: ({ column, how: { by }, seed }, { locale }) =>
    words.say("says", { column, by: words.say(`by-${by}`, {}, locale), seed }, locale),
  groupsAfter: (_step, before) => before && { ...before, counts: [] },
});
