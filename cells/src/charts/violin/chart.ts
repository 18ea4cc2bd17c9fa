// Violins by group: the density of y, with its median and quartiles.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { grouped } from "../parts/begins.ts";
import { bracketsSchema } from "../parts/brackets/schema.ts";
import { countsUnder, disclosesDrawn, groupsOf, hasPoints, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { summaryColumns } from "./summary-columns.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf(
    "violin",
    "The density of y in each group of x (Gaussian, bandwidth as nrd0 of R), with median and quartiles (type 7 of R); needs y",
  ),
  width: z
    .enum(["area", "widest"])
    .default("area")
    .meta({ title: "Width", description: "Every violin has the same area, or each is equally wide where it is widest" }),
  inner: z
    .boolean()
    .default(true)
    .meta({ title: "Quartiles inside", description: "Draw the range of the middle half inside; the median is always drawn" }),
  brackets: bracketsSchema,
});
export type ViolinOptions = z.infer<typeof schema>;

export const violin = defineChart({
  axis: "chart",
  name: "violin",
  // 6: no brackets between clusters that were found in these very rows.
  // 7: of more than 100,000 values the density is summed over a fine grid.
  // 8: says that areas are equal within a panel.
  // 9: says how it is selected in.
  version: 9,
  schema,
  uses: [{ field: "y", needed: true }, { field: "x", label: () => words.key("field-by") }, { field: "color" }],
  names: true,
  logs: ["logY"],
  panels: true,
  calledAfter: "y",
  usualHeight: 360,
  selects: true,
  traces: ["scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: { group: "explore", order: 7, begins: grouped, words: menuWords(words) },
  say: (spec, { name, locale }) => shared.say(spec.x ? "words-by" : "words-alone", { y: name("y"), x: name("x") }, locale),
  discloses: disclosesDrawn<ViolinOptions>(["x", "y", "color"], (drawn) => {
    if (drawn.type === "table")
      return groupsOf(numbersOfColumn(drawn.columns.at(-summaryColumns.length)), ["count", "median", "density"]);
    // Of few values each is drawn.
    return groupsOf(countsUnder(drawn), ["count", "median", "density", ...(hasPoints(drawn) ? (["value"] as const) : [])]);
  }),
  withoutNames: withoutTexts,
});
