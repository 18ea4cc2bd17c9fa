// map-ids: ids become those of another register, by a table of which one column holds these and another what they become.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words } from "./words.ts";

export const lostRules = ["keep", "drop", "missing"] as const;
export const severalRules = ["keep", "first", "drop", "missing"] as const;
export const sharedRules = ["refuse", "apart"] as const;
export const versionRules = ["strip", "exact"] as const;
const column = (title: string, description: string) => name.or(z.literal("")).default("").meta({ title, description });

export const mapIds = defineStep({
  name: "map-ids",
  // 2: the table is kept.
  version: 2,
  section: "texts",
  takes: {
    table: { gives: "table", rows: "fewer", columns: "more" },
    assay: { gives: "assay", rows: "fewer", columns: "same" },
  },
  options: {
    column: column("Column", "Of a table: whose ids; of a matrix a column of its features, empty: their own ids"),
    with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table of ids" }),
    from: column("Found in", "Column of that table with the ids that stand here"),
    to: column("Becomes", "Column of that table with what they become"),
    versions: z.enum(versionRules).default("strip").meta({
      title: "Versions",
      description: "strip: what is not there as it is written is looked for without the version (ENSG….18); exact: never",
    }),
    lost: z
      .enum(lostRules)
      .default("keep")
      .meta({ title: "Not found", description: "Of ids that are not there: keep the old id, drop the row, or missing" }),
    several: z.enum(severalRules).default("keep").meta({
      title: "Several answers",
      description: "Of ids that become several: keep the old id, the first of them, drop the row, or missing",
    }),
    shared: z.enum(sharedRules).default("refuse").meta({
      title: "One for several",
      description: "Of a matrix, several ids that become one: refuse, or apart: _2, _3 behind them",
    }),
    name: z.string().default("").meta({
      title: "New column",
      description: "Empty: in the place of the ids; else in a column of that name beside them, of a matrix of its features",
    }),
  },
  // What becomes of an id follows from the table alone, which is another cell's and is kept.
  freezes: () => "each",
  carries: "names",
  words,
  ending: "mapped",
  menu: { group: "clean", takes: ["assay", "table"], words: menuWords(words) },
  labels: {
    column: formsWords.key("column"),
    with: formsWords.key("with"),
    from: words.key("found-in"),
    to: words.key("becomes"),
    versions: words.key("versions"),
    lost: words.key("lost-ids"),
    several: words.key("several-ids"),
    shared: words.key("shared-ids"),
    name: words.key("new-column"),
  },
  lacks(step, context) {
    if (step.with === null) return lack("table", context);
    return step.from === "" || step.to === "" || (context.on === "table" && step.column === "") ? lack("column", context) : null;
  },
  say: (step, { locale, nameOf }) =>
    words.say("says", { from: step.from, to: step.to, table: step.with ? nameOf(step.with) : "" }, locale),
  columnsAfter: (step, before) =>
    step.column === "" || step.name === "" || before.includes(step.name) ? before : [...before, step.name],
  featureColumnsAfter: ({ name }, before) => (name === "" ? before : [...new Set([...before, name])]),
  groupsAfter: (step, before) =>
    before && { ...before, counts: before.counts.filter((each) => each !== (step.name === "" ? step.column : step.name)) },
});
