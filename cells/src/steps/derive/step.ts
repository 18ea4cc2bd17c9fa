// derive: a column computed from others by a formula.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { columnsRead, type Expression } from "../../formula/expression.ts";
import { parseFormula } from "../../formula/parse-formula.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const derive = defineStep({
  name: "derive",
  // 6: what is made of clusters is clusters.
  version: 6,
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
  say({ name, formula }, { locale }) {
    const parsed = parseFormula(formula);
    if (!parsed.ok || !columnsRead(parsed.value).has(name)) return words.say("says", { name, formula }, locale);
    const emptied = emptiedBy(parsed.value, name);
    if (emptied === "infinite") return words.say("says-finite", { name }, locale);
    return emptied
      ? words.say("says-no-value", { name, values: emptied.join(", ") }, locale)
      : words.say("says-anew", { name, formula }, locale);
  },
  columnsAfter: (step, before) => (step.name === "" ? before : [...new Set([...before, step.name])]),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => name !== step.name) },
});

/** Of a formula that takes values of the column out and leaves all others as they are: which. Null: it is another one. */
function emptiedBy(formula: Expression, name: string): "infinite" | readonly string[] | null {
  const isIt = (one: Expression | undefined): boolean => one?.type === "column" && one.name === name;
  if (formula.type !== "call" || formula.name !== "if") return null;
  const [test, gone, stays] = formula.args;
  if (!test || gone?.type !== "literal" || gone.value !== null || !isIt(stays)) return null;
  if (test.type === "call" && test.name === "is_infinite" && isIt(test.args[0])) return "infinite";
  const values = [...eitherOf(test)].map((one) => {
    const [left, right] = one.type === "call" && one.name === "=" ? one.args : [];
    return isIt(left) ? valueOf(right) : null;
  });
  return values.every((value) => value !== null) ? values : null;
}

function* eitherOf(test: Expression): Generator<Expression> {
  if (test.type !== "call" || test.name !== "or") return yield test;
  for (const one of test.args) yield* eitherOf(one);
}

/** As it is written; a sign before a number is a call. */
function valueOf(one: Expression | undefined): string | null {
  if (one?.type === "call" && one.name === "negate") {
    const value = valueOf(one.args[0]);
    return value === null ? null : `-${value}`;
  }
  return one?.type === "literal" && one.value !== null ? String(one.value) : null;
}
