// Features by samples of a matrix, or groups by groups of a table, as colour.

import { z } from "zod";
import type { Figure } from "../../artifacts/artifact.ts";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { identifies } from "../../artifacts/semantics.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import type { ChartSpecOf } from "../../contract/chart-fields.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { isReady, menuWords } from "../../contract/menu-entry.ts";
import { countsBeside, disclosesDrawn, groupsOf, individuals, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { distances } from "../../stats/clusters/distances.ts";
import { linkages } from "../../stats/clusters/joined.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { words } from "./words.ts";

/** What stands on hover for the name of a sample (draw.ts). */
export const sampleOnHover = "%{customdata[1]}<br>";

/** Into how many a tree is cut. */
const clusters = (of: string) =>
  z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(1)
    .meta({
      title: `Clusters of ${of}`,
      description: `So many branches of the tree of ${of} stand apart, counted from the first in the picture; their number is a column of the data behind it. 1: not cut`,
    });

const schema = z.strictObject({
  type: typeOf("heatmap", "Of a matrix: features by samples as colour. Of a table: x by y, coloured by color"),
  shows: z.enum(["values", "distances"]).default("values").meta({
    title: "Shows",
    description:
      "Of a matrix: values, features by samples; distances, samples by samples, over the chosen features or over all of them, values as they are",
  }),
  features: orRef(z.array(z.string())).nullable().default(null).meta({
    title: "Features",
    description:
      "Rows of the picture (matrix only): their names, a parameter that holds them, or a table whose rows they name, in its order; empty = the most variable ones",
  }),
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
  cluster: z.enum(["both", "features", "samples", "none"]).default("both").meta({
    title: "Cluster",
    description: "Of a matrix, what is put beside what is like it, with its tree: hierarchical, by the distance of what is drawn",
  }),
  linkage: z.enum(linkages).default("complete").meta({
    title: "Linkage",
    description:
      "Distance of two clusters, as R's hclust: complete (farthest members), single (nearest), average, mcquitty, ward (ward.D2), ward-d, centroid, median; trees of the last two may have inversions",
  }),
  distance: z.enum(distances).default("euclidean").meta({
    title: "Distance",
    description: "Of two rows or two samples: euclidean, manhattan, or 1 less the correlation (pearson, spearman)",
  }),
  cutFeatures: clusters("features"),
  cutSamples: clusters("samples"),
  bars: z
    .array(z.string())
    .max(8)
    .default([])
    .meta({ title: "Bars", description: "Columns of the samples shown as bars above a matrix, besides the colour" }),
});
export type HeatmapOptions = z.infer<typeof schema>;

/** With labels on, each column of a matrix has the name of its sample below it and on hover; else there are names of groups. */
function namesSamples({ data, layout }: Figure, { labels, y, chart: { shows } }: ChartSpecOf<HeatmapOptions>): boolean {
  if (shows === "distances" && y === null && (data[0]?.["customdata"] !== undefined || hasTicks(layout["yaxis"]))) return true;
  if (labels && y === null && hoverNames(data[0]?.["customdata"]) > 1) return true;
  const { xaxis } = layout;
  const z = data[0]?.["z"];
  const columns = isJsonObject(z) ? Number(String(z["shape"]).split(",")[1]) : Number.NaN;
  const names = isJsonObject(xaxis) ? xaxis["ticktext"] : null;
  return labels && y === null && Array.isArray(names) && !(names.length < columns);
}

const hasTicks = (axis: Json | undefined): boolean => isJsonObject(axis) && Array.isArray(axis["ticktext"]);

/** How many names each field of the picture has on hover: that of its feature, and that of its sample. */
function hoverNames(customdata: Json | undefined): number {
  const first = Array.isArray(customdata) && Array.isArray(customdata[0]) ? (customdata[0] as readonly Json[])[0] : null;
  return Array.isArray(first) ? first.length : 0;
}

/** Of the names on hover those of features stay. */
const withoutHoverNames = (figure: Figure): Figure => ({
  ...figure,
  data: figure.data.map((trace) => {
    if (hoverNames(trace["customdata"]) < 2) return trace;
    const { customdata, hovertemplate, ...rest } = trace;
    return {
      ...rest,
      customdata: (customdata as readonly (readonly (readonly Json[])[])[]).map((row) => row.map((names) => names.slice(0, 1))),
      hovertemplate: String(hovertemplate).replace(sampleOnHover, ""),
    };
  }),
});

/** Of distances both names on hover are those of samples. */
const withoutAllHover = (figure: Figure): Figure => ({
  ...figure,
  data: figure.data.map((trace) => {
    if (trace["customdata"] === undefined) return trace;
    const { customdata: _names, ...rest } = trace;
    return { ...rest, hovertemplate: "%{z:.3~g}<extra></extra>" };
  }),
});

function withoutAxisNames(figure: Figure, axes: readonly ("xaxis" | "yaxis")[] = ["xaxis", "yaxis"]): Figure {
  const bare = axes.flatMap((name) => {
    const axis = figure.layout[name];
    if (!isJsonObject(axis)) return [];
    const { ticktext: _names, tickvals: _places, tickmode: _mode, ...rest } = axis;
    return [[name, { ...rest, showticklabels: false, ticks: "" }] as const];
  });
  return { ...figure, layout: { ...figure.layout, ...Object.fromEntries(bare) } };
}

const discloses = disclosesDrawn<HeatmapOptions>(
  ["x", "y", "color"],
  (drawn, spec) => {
    // Without y it is one of a matrix, and each column a sample.
    if (spec.y === null) return individuals;
    const counts = drawn.type === "figure" ? countsBeside(drawn) : numbersOfColumn(drawn.columns.at(-1));
    return groupsOf(counts, spec.color === null ? ["count"] : ["count", "mean"]);
  },
  namesSamples,
);

export const heatmap = defineChart({
  axis: "chart",
  name: "heatmap",
  // 8: numbers in a bar are shades. 10: the scale ends below what the legend holds.
  version: 10,
  schema,
  uses: [
    { field: "x", label: (data) => (data === "matrix" ? words.key("field-samples-by") : null) },
    // Of a matrix it draws groups by groups where one is chosen: what does so can be seen and taken out.
    { field: "y", asked: (_options, data, isChosen) => data === "table" || isChosen },
    { field: "color", label: (data) => (data === "table" ? words.key("field-z") : null) },
  ],
  names: true,
  logs: [],
  calledAfter: "y",
  usualHeight: 360,
  isWide: true,
  traces: ["heatmap", "scatter", "bar"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 6,
    begins: (above) => {
      const [color] = above?.groupColumns ?? [];
      // One's own samples are called by their names; readers get none.
      return above?.type === "assay" ? { labels: true, ...(color ? { color } : {}) } : {};
    },
    fits: (above) => (isReady(above) && !above?.gene ? 1 : 0),
    words: menuWords(words),
  },
  say: ({ chart, y }, { name, noun, locale }) => {
    const of = { features: featuresCalled(noun, "of", locale) };
    if (chart.shows === "distances" && !y) return words.say("say-distances", {}, locale);
    if (chart.features) return words.say("say-chosen", of, locale);
    if (!y) return words.say("say-top", { n: chart.top, ...of }, locale);
    return shared.say("words-against", { y: name("y"), x: name("x") }, locale);
  },
  discloses: (question) => {
    const told = discloses(question);
    // A bar shows its column's values sample by sample.
    const bars = (question.columns ?? [])
      .filter(
        (column) => (identifies(column) || column === question.columns?.[0]) && question.spec.chart.bars.includes(column.name),
      )
      .map(({ name }) => name);
    return told && { ...told, identifying: [...new Set([...told.identifying, ...bars])] };
  },
  withoutNames: (figure, spec) => {
    if (spec.chart.shows === "distances" && spec.y === null) return withoutAxisNames(withoutAllHover(withoutTexts(figure)));
    const without = withoutHoverNames(withoutTexts(figure));
    return namesSamples(figure, spec) ? withoutAxisNames(without, ["xaxis"]) : without;
  },
});
