// drop-missing: drops rows, or columns, where values are missing.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const dropped = ["rows", "columns"] as const;

export const dropMissing = defineStep({
  name: "drop-missing",
  version: 1,
  section: "missing",
  takes: { table: { gives: "table", rows: "fewer", columns: "fewer" } },
  options: {
    columns: columns("Columns that are looked at; none named: any column"),
    drop: z.enum(dropped).default("rows").meta({
      title: "Drop",
      description: "rows: each row by its own values; columns: those of the columns, by the rows of the training",
    }),
    above: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .meta({ title: "Where more is missing than", description: "Share from 0 to 1 of what is looked at; 0: anything" }),
  },
  freezes: ({ drop }) => (drop === "rows" ? "each" : "fitted"),
  carries: "names",
  words,
  ending: "complete",
  labels: { columns: formsWords.key("columns"), above: words.key("above") },
  say({ columns: chosen, drop, above }, { locale }) {
    const where = chosen.length === 0 ? "any" : "some";
    const params = { columns: listed(chosen), percent: Number((100 * above).toPrecision(12)) };
    if (drop === "columns") return words.say(`says-columns-${where}`, params, locale);
    if (above > 0) return words.say(`says-rows-${where}`, params, locale);
    return chosen.length === 0 ? words.say("says-any", {}, locale) : words.say("says", params, locale);
  },
  // Which columns go is not known before.
  columnsAfter: ({ columns: chosen, drop }, before) =>
    drop === "rows" ? before : before.filter((name) => chosen.length > 0 && !chosen.includes(name)),
  groupsAfter: ({ drop }, before) => (drop === "rows" ? before : before && { ...before, counts: [] }),
});
