// rank: places of values among each other. On a table a new column, on a matrix all values, within samples or features.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { tieRules } from "../../stats/ranks.ts";
import { names } from "../parts/fields.ts";
import { featuresWord, lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const directions = ["samples", "features"] as const;

export const rank = defineStep({
  name: "rank",
  // 3: chromosomes in the order of their numbers.
  version: 3,
  section: "numbers",
  takes: {
    table: { gives: "table", rows: "same", columns: "more" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    column: z.string().default("").meta({
      title: "Column",
      description: "Of a table: whose values are ranked; numbers by size, texts by code point",
    }),
    name: z.string().min(1).default("rank").meta({
      title: "Name",
      description: "Of a table: of the new column; one of that name is replaced",
    }),
    by: names.default([]).meta({
      title: "Groups",
      description: "Of a table: columns within whose values ranks begin anew; none named: all rows are one",
    }),
    within: z.enum(directions).default("samples").meta({
      title: "Within",
      description: "Of a matrix. samples: features within each sample; features: samples within each feature",
    }),
    ties: z.enum(tieRules).default("average").meta({
      title: "Equal values",
      description:
        "average, min, max: mean, least or largest of the places they take together; dense: no place is left out; first: in their order",
    }),
    descending: z.boolean().default(false).meta({ title: "Descending", description: "1 for the largest" }),
  },
  carries: "rows",
  // Of a table never: places within a group tell of that group, however small, and places of names are numbers in their stead.
  // How equal values are placed tells how many are equal.
  harmless: { name: "any", within: "any", descending: "any" },
  words,
  labels: { column: words.key("rank-of"), by: words.key("within"), within: words.key("within") },
  ending: "ranked",
  lacks: (step, context) => (context.on === "table" && step.column === "" ? lack("column", context) : null),
  say(step, context) {
    const { name, column } = step;
    // Before it is known what it stands on, only "within" tells that it is a matrix.
    if (column === "" && context.on === null && step.within === "samples") return words.say("says-any", {}, context.locale);
    if (column === "") return words.say(`says-${step.within}`, { noun: featuresWord(context) }, context.locale);
    return step.by.length === 0
      ? words.say("says", { name, column }, context.locale)
      : words.say("says-by", { name, column, by: listed(step.by) }, context.locale);
  },
  columnsAfter: (step, before) => [...new Set([...before, ...(step.column === "" ? [] : [step.name])])],
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => name !== step.name) },
});
