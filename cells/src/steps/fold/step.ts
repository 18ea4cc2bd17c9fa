// fold: makes rows of columns.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { columns } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const fold = defineStep({
  name: "fold",
  version: 1,
  section: "shape",
  takes: { table: { gives: "table", rows: "any", columns: "any" } },
  options: {
    columns: columns("Columns that become rows"),
    name: z.string().min(1).default("name").meta({ title: "Name", description: "Of the new column of names" }),
    value: z.string().min(1).default("value").meta({ title: "Value", description: "Name of the new column of values" }),
  },
  freezes: () => "each",
  carries: "names",
  words,
  labels: { columns: formsWords.key("columns") },
  ending: "long",
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) => words.say("says", { count: step.columns.length }, locale),
  columnsAfter: (step, before) => [...new Set([...before.filter((name) => !step.columns.includes(name)), step.name, step.value])],
  groupsAfter: (step, before) =>
    before && {
      ...before,
      counts: before.counts.filter((name) => ![...step.columns, step.name, step.value].includes(name)),
    },
});
