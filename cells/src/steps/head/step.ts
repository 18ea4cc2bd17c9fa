// head: keeps the first rows.

import { defineStep } from "../../contract/define-step.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const head = defineStep({
  name: "head",
  version: 2,
  section: "rows",
  takes: { table: { gives: "table", rows: "fewer", columns: "same" } },
  options: { rows: number("Rows", "Number of rows, from 0", 100) },
  carries: "names",
  words,
  labels: { rows: formsWords.key("rows") },
  say: (step, context) => words.say("says", { rows: shown(step.rows, context) }, context.locale),
});
