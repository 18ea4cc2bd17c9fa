// Densities of a series by group: over each other, or each on a line of its own (ridges).

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { countsBeside, disclosesDrawn, groupsOf, hasPoints, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("density", "The density of x in each group of the colour (Gaussian, bandwidth as nrd0 of R); needs x"),
  arranged: z
    .enum(["over", "ridges"])
    .default("over")
    .meta({ title: "Arranged", description: "over: curves over each other; ridges: each group on a line of its own" }),
  height: z.enum(["density", "highest", "count"]).default("density").meta({
    title: "Height",
    description: "density: each curve has the same area; highest: each is equally high; count: areas as many as there are values",
  }),
});
export type DensityOptions = z.infer<typeof schema>;

export const density = defineChart({
  axis: "chart",
  name: "density",
  // 2: of more than 100,000 values the density is summed over a fine grid.
  version: 2,
  schema,
  uses: [
    { field: "x", needed: true, label: () => words.key("field-of") },
    { field: "color", label: () => words.key("field-by") },
  ],
  names: false,
  logs: ["logX"],
  panels: true,
  calledAfter: "x",
  usualHeight: 360,
  traces: ["scatter"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 5,
    begins: (above) =>
      above?.type === "table" && above.numberColumns[0]
        ? { x: above.numberColumns[0], ...(above.groupColumns[0] ? { color: above.groupColumns[0] } : {}) }
        : above?.type === "assay" && above.gene
          ? { x: above.gene, ...(above.groupColumns[0] ? { color: above.groupColumns[0] } : {}) }
          : {},
    words: menuWords(words),
  },
  say: (spec, { name, locale }) => words.say(spec.color ? "say-by" : "say", { x: name("x"), by: name("color") }, locale),
  discloses: disclosesDrawn<DensityOptions>(["x", "color"], (drawn) => {
    if (drawn.type === "table") return groupsOf(sizesIn(drawn.columns.find(({ name }) => name === "n")), ["count", "density"]);
    // Of few values each is drawn.
    return groupsOf(countsBeside(drawn), ["count", "median", "density", ...(hasPoints(drawn) ? (["value"] as const) : [])]);
  }),
  withoutNames: withoutTexts,
});

/** A group stands in many rows of the table, with its size in the first alone. */
const sizesIn = (column: Parameters<typeof numbersOfColumn>[0]): readonly number[] =>
  numbersOfColumn(column).filter((size) => size > 0);
