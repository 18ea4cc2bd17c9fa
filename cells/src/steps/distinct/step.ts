// distinct: keeps the first row of each combination of values.

import { defineStep } from "../../contract/define-step.ts";
import { columns } from "../parts/fields.ts";
import { listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const distinct = defineStep({
  name: "distinct",
  version: 1,
  section: "rows",
  takes: { table: { gives: "table", rows: "fewer", columns: "same" } },
  options: { columns: columns("Columns that are compared; none named: whole rows") },
  // Which rows are equal is told among those that come along: a recipe compares new ones with each other, not with those before.
  freezes: () => "together",
  thinsTraining: () => true,
  carries: "names",
  words,
  ending: "distinct",
  say: (step, { locale }) =>
    step.columns.length === 0 ? words.say("says-rows", {}, locale) : words.say("says", { columns: listed(step.columns) }, locale),
});
