// Points of two series.

import { z } from "zod";
import type { Figure } from "../../artifacts/artifact.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { hasComponents, menuWords } from "../../contract/menu-entry.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { xy } from "../parts/begins.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { hasFeatureNames, volcanoColumns } from "./volcano.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("point", "A point for each row or sample; needs x and y"),
  smallestAbove: z.boolean().default(false).meta({
    title: "Smallest y above",
    description: "The axis upwards runs down, as for p values: with a logarithm, a volcano plot",
  }),
  leastX: orRef(z.number().min(0)).nullable().default(null).meta({
    title: "Least x",
    description: "Points at least so far from 0 stand apart; with a parameter its value is the threshold. Null: any",
  }),
  passY: orRef(z.number()).nullable().default(null).meta({
    title: "Threshold of y",
    description: "Points above it stand apart, below it with the smallest above; a number or a parameter. Null: any",
  }),
  names: z.number().int().min(0).max(100).default(0).meta({
    title: "Names beside points",
    description:
      "At most so many of those that stand apart, the farthest first, as far as no name covers another; with labels on",
  }),
  highlight: orRef(z.array(z.string())).default([]).meta({
    title: "Point out",
    description: "Rows that are pointed out: their names, a parameter that holds them, or a table whose rows they name",
  }),
  trend: z.enum(["none", "line", "smooth"]).default("none").meta({
    title: "Trend",
    description:
      "line: the least-squares line of each colour with the 95 % band of its mean (R's lm); smooth: a robust curve (R's lowess); on log axes of the logarithms",
  }),
  density: z.enum(["auto", "many"]).default("auto").meta({
    title: "As a density",
    description:
      "auto: above 20,000 points, where no colour, size or threshold asks for points; many: above 100,000 points alone",
  }),
  markOutliers: z.boolean().default(true).meta({
    title: "Mark outliers",
    description: "Ring the points of rows that a column flags as outliers",
  }),
});
export type PointOptions = z.infer<typeof schema>;

/** Names beside points. */
const labelsOf = ({ layout: { annotations } }: Figure): readonly Json[] =>
  Array.isArray(annotations) ? annotations.filter((note: Json) => isJsonObject(note) && note["meta"] === "label") : [];

export const point = defineChart({
  axis: "chart",
  name: "point",
  // 6: above 20,000 points their density is drawn, with trends. 7: in squares that hold several points each. 8: says how it
  // is selected in.
  version: 8,
  schema,
  uses: [{ field: "x", needed: true }, { field: "y", needed: true }, { field: "color" }, { field: "size" }],
  names: true,
  logs: ["logX", "logY"],
  panels: true,
  calledAfter: "y",
  usualHeight: 360,
  selects: true,
  traces: ["scatter", "scattergl", "heatmap"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 4,
    begins: (above) => {
      const volcano = volcanoColumns(above?.reduced ? null : above);
      if (!volcano) return xy(above);
      const names = hasFeatureNames(above) ? { labels: true } : {};
      const apart = { leastX: 1, passY: 0.05, ...(hasFeatureNames(above) ? { names: 12 } : {}) };
      return {
        x: volcano.foldChange,
        y: volcano.p,
        logY: true,
        ...names,
        chart: { type: "point", smallestAbove: true, ...apart },
      };
    },
    fits: (above) => {
      if (volcanoColumns(above)) return 4;
      // Points stand where numbers are.
      if (above?.type === "table") return hasComponents(above) ? 3 : above.numberColumns.length > 0 ? 2 : 0;
      return above?.type === "value" ? 2 : above?.type === "figure" || above?.type === "report" ? 1 : 0;
    },
    words: (locale, above = null) => {
      const volcano = volcanoColumns(above);
      if (!volcano) return menuWords(words)(locale);
      const line = words.say("volcano-line", { x: volcano.foldChange, y: volcano.p }, locale);
      return { ...menuWords(words)(locale), title: words.say("volcano", {}, locale), line };
    },
  },
  say: (_spec, { name, locale }) => shared.say("words-against", { y: name("y"), x: name("x") }, locale),
  // Where a density is drawn instead, its small squares hold a row or two: no better than points.
  discloses: disclosesDrawn(
    ["x", "y", "color", "size"],
    () => individuals,
    (figure) => labelsOf(figure).length > 0,
  ),
  withoutNames: (figure) => {
    const bare = withoutTexts(figure);
    if (labelsOf(bare).length === 0) return bare;
    const { annotations: _names, ...layout } = bare.layout;
    return { ...bare, layout };
  },
});
