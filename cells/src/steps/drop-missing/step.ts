// drop-missing: drops rows where a value is missing.

import { defineStep } from "../../contract/define-step.ts";
import { columns } from "../parts/fields.ts";
import { listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const dropMissing = defineStep({
  name: "drop-missing",
  version: 1,
  takes: { table: { gives: "table", rows: "fewer", columns: "same" } },
  options: { columns: columns("Columns that are looked at; none named: any column") },
  freezes: () => "each",
  carries: "names",
  words,
  ending: "complete",
  say: (step, { locale }) =>
    step.columns.length === 0 ? words.say("says-any", {}, locale) : words.say("says", { columns: listed(step.columns) }, locale),
});
