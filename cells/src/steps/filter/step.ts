// filter: keeps or drops rows, of a matrix samples by their annotation. A formula, or conditions of a form.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { hasComponents, menuWords } from "../../contract/menu-entry.ts";
import { condition, lackingOf } from "../parts/conditions/condition.ts";
import { conditionLacks, conditionWords } from "../parts/conditions/condition-words.ts";
import { action } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const filter = defineStep({
  name: "filter",
  version: 6,
  section: "rows",
  takes: {
    table: { gives: "table", rows: "fewer", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "fewer" },
  },
  options: {
    where: z.union([z.string(), condition]).default({ all: [] }).meta({
      title: "Condition",
      description: 'A formula ("padj < 0.05 and abs(logFC) > 1") or {all: [{column, is, value}]}, {any: [...]}',
    }),
    action: action("rows for which it holds"),
  },
  freezes: () => "each",
  carries: "names",
  words,
  labels: { column: formsWords.key("column") },
  ending: "kept",
  menu: {
    group: "clean",
    fits: (above) => Number(above?.type === "table" && !hasComponents(above)),
    words: menuWords(words),
  },
  keepRows: (condition) => ({ where: { all: [condition] } }),
  lacks: ({ where }, context) =>
    typeof where === "string" ? (where.trim() === "" ? lack("formula", context) : null) : conditionLacks(where, context),
  awaitsValue: ({ where }) => typeof where !== "string" && lackingOf(where).includes("value"),
  say(step, context) {
    const where = typeof step.where === "string" ? step.where : conditionWords(step.where, context);
    if (where === "") return words.say("says-all", {}, context.locale);
    return words.say(`says-${step.action}`, { where }, context.locale);
  },
});
