// merge-labels: several writings of one label become one.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const mergeLabels = defineStep({
  name: "merge-labels",
  version: 1,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    column: name.or(z.literal("")).default("").meta({ title: "Column", description: "Column of labels" }),
    groups: z
      .array(
        z.strictObject({
          to: name.meta({ title: "Label", description: "What they are called then" }),
          from: z.array(z.string()).meta({ title: "Writings", description: "As they stand in the data, letter by letter" }),
        }),
      )
      .default([])
      .meta({ title: "Labels", description: "Each with its other writings. What is not among them stays as it is" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "merged",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { column: formsWords.key("column"), groups: words.key("groups") },
  lacks: (step, context) =>
    step.column === ""
      ? lack("column", context)
      : step.groups.length === 0
        ? words.say("lacks-groups", {}, context.locale)
        : null,
  say: (step, { locale }) => words.say("says", { column: step.column, labels: listed(step.groups.map(({ to }) => to)) }, locale),
});
