// Boxes by group, with their points.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { grouped } from "../parts/begins.ts";
import { bracketsSchema } from "../parts/brackets/schema.ts";
import { countsUnder, disclosesDrawn, groupsOf, hasPoints, individuals, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { summaryColumns } from "./summary-columns.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("box", "Median, quartiles (type 7 of R) and whiskers (1.5 interquartile ranges) of y in each group of x; needs y"),
  points: z
    .boolean()
    .default(true)
    .meta({ title: "Show points", description: "Draw each value beside its box, or only outliers" }),
  markOutliers: z.boolean().default(true).meta({
    title: "Mark outliers",
    description: "Ring the points of rows that a column flags as outliers",
  }),
  brackets: bracketsSchema,
});
export type BoxOptions = z.infer<typeof schema>;

export const box = defineChart({
  axis: "chart",
  name: "box",
  // 7: no brackets between clusters that were found in these very rows.
  // 8: says how it is selected in.
  version: 8,
  schema,
  uses: [{ field: "y", needed: true }, { field: "x", label: () => words.key("field-by") }, { field: "color" }],
  names: true,
  logs: ["logY"],
  panels: true,
  calledAfter: "y",
  usualHeight: 360,
  selects: true,
  traces: ["box", "scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 3,
    begins: grouped,
    fits: (above) => (above?.type === "value" || (above?.type === "assay" && above.gene && !isCounts(above)) ? 3 : 0),
    words: menuWords(words),
  },
  say: (spec, { name, locale }) => shared.say(spec.x ? "words-by" : "words-alone", { y: name("y"), x: name("x") }, locale),
  discloses: disclosesDrawn<BoxOptions>(["x", "y", "color"], (drawn) => {
    // Whiskers end at values that occur; outliers, and points where they are drawn, are values of one individual each.
    if (drawn.type === "figure")
      return groupsOf(countsUnder(drawn), ["count", "median", "extreme", ...(hasPoints(drawn) ? (["value"] as const) : [])]);
    // A table of points has fewer columns.
    const n = drawn.columns.at(-summaryColumns.length);
    return n ? groupsOf(numbersOfColumn(n), ["count", "median", "extreme"]) : individuals;
  }),
  withoutNames: withoutTexts,
});
