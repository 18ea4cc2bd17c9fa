// extract: what a pattern finds in texts becomes columns.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name, names } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const readings = ["text", "number"] as const;

export const extract = defineStep({
  name: "extract",
  // 2: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 2,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "any" } },
  options: {
    column: name.or(z.literal("")).default("").meta({ title: "Column", description: "Column of texts" }),
    pattern: z.string().max(1000).default("").meta({
      title: "Pattern",
      description:
        "A regular expression without what looks back or ahead: s(\\d+)_(\\w+). Each group in brackets is a column; without groups the whole is one. The first place counts",
    }),
    into: names.default([]).meta({ title: "Into", description: "Names of the new columns, one for each group" }),
    as: z.enum(readings).default("text").meta({ title: "As", description: "text, or number: what is none is missing" }),
    ignoreCase: z.boolean().default(false).meta({ title: "Any case", description: "true: A is a" }),
    keep: z.boolean().default(true).meta({ title: "Keep", description: "false: the column itself goes" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "extracted",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { column: formsWords.key("column"), pattern: words.key("pattern"), into: words.key("into") },
  lacks: (step, context) =>
    step.column === ""
      ? lack("column", context)
      : step.pattern === ""
        ? words.say("lacks-pattern", {}, context.locale)
        : step.into.length === 0
          ? lack("new-name", context)
          : null,
  say: (step, { locale }) => words.say("says", { column: step.column, pattern: step.pattern, into: listed(step.into) }, locale),
  columnsAfter: (step, before) => [...before.filter((each) => step.keep || each !== step.column), ...step.into],
});
