// bin: numbers become intervals.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns, name } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const binnings = ["width", "quantile", "edges", "tree"] as const;
export const labellings = ["interval", "number"] as const;

const count = z.number().int().min(2).max(1000).default(5).meta({ title: "Bins", description: "How many, 2 to 1000" });
const rule = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("width").meta({ title: "By", description: "Equally wide, from the least to the largest value" }),
      count,
    }),
    z.strictObject({ by: z.literal("quantile").meta({ title: "By", description: "Equally many rows in each" }), count }),
    z.strictObject({
      by: z.literal("edges").meta({ title: "By", description: "Edges that are given" }),
      edges: z
        .array(z.number())
        .default([])
        .meta({ title: "Edges", description: "Where one interval ends and the next begins, ascending: 18, 65 makes three" }),
    }),
    z.strictObject({
      by: z.literal("tree").meta({ title: "By", description: "Where a decision tree would part them, to tell a target" }),
      target: name
        .or(z.literal(""))
        .default("")
        .meta({ title: "Target", description: "Column of the outcome: categories or numbers" }),
      leaves: z.number().int().min(2).max(100).default(4).meta({ title: "Bins at most", description: "2 to 100" }),
      least: z.number().int().min(1).default(5).meta({ title: "Rows at least", description: "Of the training, in each" }),
    }),
  ])
  .default({ by: "quantile", count: 5 })
  .meta({ title: "Edges", description: "Where the intervals end" });

export const bin = defineStep({
  name: "bin",
  // 3: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 3,
  section: "numbers",
  takes: { table: { gives: "table", rows: "same", columns: "more" } },
  options: {
    columns: columns("Columns of numbers"),
    how: rule,
    label: z
      .enum(labellings)
      .default("interval")
      .meta({ title: "As", description: "interval: a text such as [18, 65); number: 0 for the lowest, 1, 2 and so on" }),
    keep: z
      .boolean()
      .default(false)
      .meta({ title: "Keep", description: "true: the numbers stay, and <name>_bin stands beside them" }),
  },
  freezes: ({ how }) => (how.by === "edges" ? "each" : "fitted"),
  carries: "rows",
  words,
  ending: "binned",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), how: words.key("how"), edges: words.key("edges"), target: words.key("target") },
  lacks: ({ columns: chosen, how }, context) =>
    chosen.length === 0 || (how.by === "tree" && how.target === "")
      ? lack(chosen.length === 0 ? "columns" : "column", context)
      : how.by === "edges" && how.edges.length === 0
        ? lack("value", context)
        : null,
  say: (step, { locale }) =>
    words.say("says", { columns: listed(step.columns), how: words.say(`says-${step.how.by}`, saysOf(step.how), locale) }, locale),
  columnsAfter: (step, before) => (step.keep ? [...before, ...step.columns.map(binName)] : before),
  groupsAfter: (step, before) =>
    before && step.keep ? before : before && { ...before, counts: before.counts.filter((each) => !step.columns.includes(each)) },
});

export const binName = (column: string): string => `${column}_bin`;

const saysOf = (how: z.output<typeof rule>) =>
  how.by === "edges"
    ? { edges: how.edges.join(", ") }
    : how.by === "tree"
      ? { target: how.target, n: how.leaves }
      : { n: how.count };
