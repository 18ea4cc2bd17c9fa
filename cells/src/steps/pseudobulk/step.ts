// pseudobulk: cells of one donor and type, or samples of one group, become one sample.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const bulkRules = ["sum", "mean"] as const;

export const pseudobulk = defineStep({
  name: "pseudobulk",
  version: 1,
  section: "combine",
  takes: { assay: { gives: "assay", rows: "same", columns: "fewer" } },
  options: {
    by: columns("Columns of the samples whose values make the groups, such as donor and cell_type"),
    how: z
      .enum(bulkRules)
      .default("sum")
      .meta({ title: "How", description: "sum: of counts, what tests of differences need; mean: of logarithms" }),
    least: z
      .int()
      .min(1)
      .default(10)
      .meta({ title: "At least", description: "Cells or samples of a group; smaller groups are left out (said)" }),
  },
  // A group's values depend on who else is in it.
  freezes: () => "whole",
  // A group of cells is one person's mostly: its row stands for nobody else.
  carries: "names",
  groupsAfter: () => null,
  describesSamples: true,
  words,
  labels: { by: formsWords.key("columns"), how: words.key("how"), least: words.key("least") },
  ending: "pseudobulk",
  menu: { group: "clean", takes: ["assay"], words: menuWords(words) },
  lacks: (step, context) => (step.by.length === 0 ? lack("columns", context) : null),
  say: ({ by, how, least }, { locale }) => words.say(`says-${how}`, { by: listed(by), least }, locale),
  columnsAfter: ({ by }, before) => [...new Set([...before.slice(0, 1), ...by, "cells"])],
});
