// derive: a column computed from others by a formula.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { columnsRead } from "../../formula/expression.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const derive = defineStep({
  name: "derive",
  version: 5,
  section: "numbers",
  takes: { table: { gives: "table", rows: "same", columns: "more" } },
  options: {
    name: z.string().default("").meta({ title: "Name", description: "Of the new column" }),
    formula: z
      .string()
      .default("")
      .meta({ title: "Formula", description: "log2(counts + 1); columns by name, `with spaces` in backticks" }),
  },
  freezes: () => "each",
  carries: "names",
  words,
  labels: { name: words.key("new-column") },
  ending: "derived",
  menu: { group: "clean", words: menuWords(words) },
  lacks: (step, context) =>
    step.name.trim() === "" ? lack("new-name", context) : step.formula.trim() === "" ? lack("formula", context) : null,
  say: ({ name, formula }, { locale }) => words.say(readsItself(name, formula) ? "says-anew" : "says", { name, formula }, locale),
  columnsAfter: (step, before) => (step.name === "" ? before : [...new Set([...before, step.name])]),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => name !== step.name) },
});

/** A formula of a column that it replaces. */
function readsItself(name: string, formula: string): boolean {
  const parsed = parseFormula(formula);
  return parsed.ok && columnsRead(parsed.value).has(name);
}
