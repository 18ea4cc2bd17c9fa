// Which values are missing: rows by columns, or how often columns are missing together.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { countsIn, disclosesDrawn, groupsOf, individuals, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { columnsSchema } from "../parts/chosen-columns.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

export const mostColumns = 100;

const schema = z.strictObject({
  type: typeOf("missing", "Which values are missing: rows of a table by its columns, samples of a matrix by its features"),
  columns: columnsSchema.meta({
    title: "Columns",
    description: "Columns of a table, or features of a matrix, by their names; empty = those that lack most values",
  }),
  shows: z.enum(["map", "patterns"]).default("map").meta({
    title: "Shows",
    description: "map: rows by columns, dark where a value is missing; patterns: how many rows lack the same columns",
  }),
  arranged: z.enum(["pattern", "data"]).default("pattern").meta({
    title: "Rows",
    description: "Of a map: rows that lack the same columns together, the most frequent first; or as in the data",
  }),
  top: z
    .number()
    .int()
    .min(1)
    .max(mostColumns)
    .default(40)
    .meta({ title: "Columns at most", description: "Those that lack most values" }),
});
export type MissingOptions = z.infer<typeof schema>;

export const missing = defineChart({
  axis: "chart",
  name: "missing",
  // 2: of patterns says of how few rows the other columns tell.
  version: 2,
  schema,
  uses: [],
  names: false,
  logs: [],
  calledAfter: "x",
  usualHeight: 360,
  isWide: true,
  traces: ["heatmap", "bar", "scatter"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: { group: "explore", order: 8, words: menuWords(words) },
  say: ({ chart: { shows } }, { locale }) => words.say(shows === "map" ? "say" : "say-patterns", {}, locale),
  discloses: disclosesDrawn<MissingOptions>([], (drawn, { chart: { shows } }) => {
    // Each line of a map is a row, and the columns of a pattern may be missing in one row alone.
    if (drawn.type === "figure") return shows === "map" ? individuals : groupsOf(countsIn(drawn), ["count"]);
    return groupsOf(numbersOfColumn(drawn.columns.find(({ name }) => name === "n")), ["count", "share"]);
  }),
  withoutNames: withoutTexts,
});
