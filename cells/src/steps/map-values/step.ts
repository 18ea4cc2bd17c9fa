// map-values: values become others, by pairs or by another table.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const othersRules = ["keep", "missing", "refuse"] as const;
const column = (title: string, description: string) => name.or(z.literal("")).default("").meta({ title, description });

export const mapValues = defineStep({
  name: "map-values",
  // 2: the other table is kept.
  // 3: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 3,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "more" } },
  options: {
    column: column("Column", "Column whose values are looked up"),
    pairs: z
      .array(
        z.strictObject({
          from: z.string().meta({ title: "Value", description: "As it stands in the column" }),
          to: z.string().meta({ title: "Becomes", description: "Text; empty: missing" }),
        }),
      )
      .default([])
      .meta({ title: "Pairs", description: "Values and what they become" }),
    with: cellRef()
      .nullable()
      .default(null)
      .meta({ title: "With", description: "Table in which they are looked up, where there are no pairs" }),
    key: column("Found in", "Column of that table with the values"),
    value: column("Becomes", "Column of that table with what they become"),
    others: z
      .enum(othersRules)
      .default("keep")
      .meta({ title: "Others", description: "Of values that are not there: keep, missing, or refuse" }),
    name: z.string().default("").meta({ title: "New column", description: "Empty: in the place of the column itself" }),
  },
  freezes: () => "each",
  words,
  ending: "mapped",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: {
    column: formsWords.key("column"),
    pairs: words.key("pairs"),
    with: formsWords.key("with"),
    key: words.key("key"),
    value: words.key("becomes"),
  },
  lacks(step, context) {
    if (step.column === "") return lack("column", context);
    if (step.with === null) return step.pairs.length === 0 ? lack("values", context) : null;
    return step.key === "" || step.value === "" ? lack("column", context) : null;
  },
  say: (step, context) =>
    step.with === null
      ? words.say("says", { column: step.column, n: step.pairs.length }, context.locale)
      : words.say("says-table", { column: step.column, value: step.value, table: context.nameOf(step.with) }, context.locale),
  columnsAfter: (step, before) => (step.name === "" || before.includes(step.name) ? before : [...before, step.name]),
  groupsAfter: (step, before) =>
    before && { ...before, counts: before.counts.filter((each) => each !== (step.name === "" ? step.column : step.name)) },
});
