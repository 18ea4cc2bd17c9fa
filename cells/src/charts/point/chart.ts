// Points of two series.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { hasComponents, menuWords } from "../../contract/menu-entry.ts";
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
  markOutliers: z.boolean().default(true).meta({
    title: "Mark outliers",
    description: "Ring the points of rows that a column flags as outliers",
  }),
});
export type PointOptions = z.infer<typeof schema>;

export const point = defineChart({
  axis: "chart",
  name: "point",
  version: 4,
  schema,
  uses: [{ field: "x", needed: true }, { field: "y", needed: true }, { field: "color" }, { field: "size" }],
  names: true,
  logs: ["logX", "logY"],
  calledAfter: "y",
  usualHeight: 360,
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
      return { x: volcano.foldChange, y: volcano.p, logY: true, ...names, chart: { type: "point", smallestAbove: true } };
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
  discloses: disclosesDrawn(["x", "y", "color", "size"], () => individuals),
  withoutNames: withoutTexts,
});
