// split-column: one column of texts becomes several.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name, names } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const restRules = ["last", "refuse"] as const;

export const splitColumn = defineStep({
  name: "split-column",
  // 2: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 2,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "any" } },
  options: {
    column: name.or(z.literal("")).default("").meta({ title: "Column", description: "Column of texts" }),
    at: z.string().min(1).default("_").meta({ title: "At", description: "What stands between the pieces, letter by letter" }),
    into: names.default([]).meta({ title: "Into", description: "Names of the new columns, in order" }),
    rest: z
      .enum(restRules)
      .default("last")
      .meta({ title: "Further pieces", description: "last: they stay in the last column; refuse: none may be there" }),
    keep: z.boolean().default(true).meta({ title: "Keep", description: "false: the column itself goes" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "split",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { column: formsWords.key("column"), into: words.key("into"), at: words.key("at") },
  lacks: (step, context) =>
    step.column === "" ? lack("column", context) : step.into.length === 0 ? lack("new-name", context) : null,
  say: (step, { locale }) => words.say("says", { column: step.column, at: step.at, into: listed(step.into) }, locale),
  columnsAfter: (step, before) => [...before.filter((each) => step.keep || each !== step.column), ...step.into],
});
