// select: keeps or drops columns.

import { defineStep } from "../../contract/define-step.ts";
import { action, columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const select = defineStep({
  name: "select",
  version: 1,
  section: "shape",
  takes: { table: { gives: "table", rows: "same", columns: "fewer" } },
  options: { columns: columns("Names of columns; kept ones come in this order"), action: action("named columns") },
  freezes: () => "each",
  carries: "rows",
  harmless: { columns: "any", action: "any" },
  words,
  labels: { columns: formsWords.key("columns") },
  lacks: (step, context) => (step.columns.length === 0 && step.action === "keep" ? lack("columns", context) : null),
  say: (step, { locale }) =>
    words.say(`says-${step.action}`, { count: step.columns.length, columns: listed(step.columns) }, locale),
  columnsAfter: (step, before) => before.filter((name) => step.columns.includes(name) === (step.action === "keep")),
  groupsAfter: (step, before) =>
    before && { ...before, counts: before.counts.filter((name) => step.columns.includes(name) === (step.action === "keep")) },
});
