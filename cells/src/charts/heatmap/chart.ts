// Features by samples of a matrix, or groups by groups of a table, as colour.

import { z } from "zod";
import type { Figure } from "../../artifacts/artifact.ts";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { isJsonObject } from "../../base/json.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import type { ChartSpecOf } from "../../contract/chart-fields.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { countsBeside, disclosesDrawn, groupsOf, individuals, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("heatmap", "Of a matrix: features by samples as colour. Of a table: x by y, coloured by color"),
  features: orRef(z.array(z.string()))
    .nullable()
    .default(null)
    .meta({ title: "Features", description: "Rows of the picture (matrix only); empty = the most variable ones" }),
  top: z
    .number()
    .int()
    .min(2)
    .max(2000)
    .default(50)
    .meta({ title: "Most variable features", description: "How many are drawn where no features are named" }),
  centre: z
    .boolean()
    .default(true)
    .meta({ title: "Centre and scale rows", description: "z-score of each feature over the samples" }),
});
export type HeatmapOptions = z.infer<typeof schema>;

/** With labels on, each column of a matrix has the name of its sample below it; else there are names of groups. */
function namesSamples({ data, layout }: Figure, { labels, y }: ChartSpecOf<HeatmapOptions>): boolean {
  const { xaxis } = layout;
  const z = data[0]?.["z"];
  const columns = isJsonObject(z) ? Number(String(z["shape"]).split(",")[1]) : Number.NaN;
  const names = isJsonObject(xaxis) ? xaxis["ticktext"] : null;
  return labels && y === null && Array.isArray(names) && !(names.length < columns);
}

export const heatmap = defineChart({
  axis: "chart",
  name: "heatmap",
  version: 2,
  schema,
  uses: [
    { field: "x" },
    { field: "y", asked: (_options, data) => data === "table" },
    { field: "color", label: (data, locale) => (data === "table" ? words.say("field-z", {}, locale) : null) },
  ],
  names: true,
  logs: [],
  calledAfter: "y",
  usualHeight: 360,
  traces: ["heatmap"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 6,
    fits: (above) => (above?.type === "assay" && !above.gene && !isCounts(above) ? 1 : 0),
    words: menuWords(words),
  },
  say: ({ chart, y }, { name, noun, locale }) => {
    const of = { features: featuresCalled(noun, "of", locale) };
    if (chart.features) return words.say("say-chosen", of, locale);
    if (!y) return words.say("say-top", { n: chart.top, ...of }, locale);
    return shared.say("words-against", { y: name("y"), x: name("x") }, locale);
  },
  discloses: disclosesDrawn<HeatmapOptions>(
    ["x", "y", "color"],
    (drawn, spec) => {
      // Without y it is one of a matrix, and each column a sample.
      if (spec.y === null) return individuals;
      const counts = drawn.type === "figure" ? countsBeside(drawn) : numbersOfColumn(drawn.columns.at(-1));
      return groupsOf(counts, spec.color === null ? ["count"] : ["count", "mean"]);
    },
    namesSamples,
  ),
  withoutNames: (figure, spec) => {
    const without = withoutTexts(figure);
    const { xaxis } = without.layout;
    if (!isJsonObject(xaxis) || !namesSamples(figure, spec)) return without;
    const { ticktext: _names, tickvals: _places, tickmode: _mode, ...rest } = xaxis;
    return { ...without, layout: { ...without.layout, xaxis: { ...rest, showticklabels: false, ticks: "" } } };
  },
});
