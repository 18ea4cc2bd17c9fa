// What a chart cell says: a table or matrix, what goes on which axis, how it is drawn. The kernel draws it (execute.ts),
// so that a reader of a dashboard receives only what is on the picture.

import { z } from "zod";
import type { JsonObject } from "../../base/json.ts";
import { message } from "../../messages/catalogue.ts";
import { isCellRef, type CellRef } from "../../base/refs.ts";
import type { Kind, WordsContext } from "../../contract/kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";

/** A column of the table; of a matrix, a column of its samples or the id of a feature. Or a parameter whose value is such a name. */
const field = (title: string, description: string) =>
  orRef(z.string().min(1)).nullable().default(null).meta({ title, description });

const is = <Type extends string>(type: Type, description: string) => z.literal(type).meta({ title: "Type", description });

const pointChart = z.strictObject({ type: is("point", "A point for each row or sample; needs x and y") });
const lineChart = z.strictObject({
  type: is("line", "A line through the rows or samples, in the order of x; needs x and y"),
  points: z.boolean().default(false).meta({ title: "Mark each point", description: "Draw the points on the line as well" }),
});
const barChart = z.strictObject({
  type: is("bar", "A bar for each group of x; needs x, and y for other heights than count"),
  measure: z
    .enum(["count", "sum", "mean", "median"])
    .default("count")
    .meta({ title: "Height", description: "Rows in each group, or sum, mean or median of y" }),
  stacked: z
    .boolean()
    .default(false)
    .meta({ title: "Stacked", description: "Colour groups on top of each other instead of side by side" }),
});
const histogramChart = z.strictObject({
  type: is("histogram", "How often values of x occur; of a matrix without x: all its values"),
  bins: z
    .number()
    .int()
    .min(2)
    .max(500)
    .nullable()
    .default(null)
    .meta({ title: "Bins", description: "Number of equal bins; empty = by the rule of Freedman and Diaconis" }),
});
const boxChart = z.strictObject({
  type: is("box", "Median, quartiles and whiskers of y in each group of x; needs y"),
  points: z
    .boolean()
    .default(true)
    .meta({ title: "Show points", description: "Draw each value beside its box, or only outliers" }),
});
const heatmapChart = z.strictObject({
  type: is("heatmap", "Of a matrix: features by samples as colour. Of a table: x by y, coloured by color"),
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

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  chart: z
    .discriminatedUnion("type", [pointChart, lineChart, barChart, histogramChart, boxChart, heatmapChart])
    .default({ type: "box", points: true })
    .meta({ title: "Chart", description: "Which chart, with its own settings" }),
  x: field("x", "Column, sample annotation or feature across"),
  y: field("y", "Column, sample annotation or feature upwards"),
  color: field("Colour", "Groups or numbers shown as colour"),
  size: field("Size", "Numbers shown as area of the points"),
  label: field("Label", "What a point is called; shown on hover only when labels are on"),
  labels: z
    .boolean()
    .default(false)
    .meta({ title: "Labels on hover", description: "Puts the name of each row or sample into the figure" }),
  logX: z.boolean().default(false).meta({ title: "Logarithmic x", description: "Base 10; values of 0 and less cannot be drawn" }),
  logY: z.boolean().default(false).meta({ title: "Logarithmic y", description: "Base 10; values of 0 and less cannot be drawn" }),
  order: z
    .union([z.enum(["name", "data", "value", "value-down"]), z.array(z.string())])
    .default("name")
    .meta({ title: "Order of groups", description: "By name, as in the data, by median (or height), or an own list" }),
  groups: z
    .number()
    .int()
    .min(2)
    .max(100)
    .default(30)
    .meta({ title: "Most groups", description: "The largest groups are drawn, the rest together as one" }),
  title: z.string().max(300).default("").meta({ title: "Title", description: "Above the chart; empty = none" }),
  xTitle: z.string().max(300).default("").meta({ title: "Title of x", description: "Empty = name and unit" }),
  yTitle: z.string().max(300).default("").meta({ title: "Title of y", description: "Empty = name and unit" }),
});

export type ChartSpec = z.infer<typeof schema>;
export type ChartType = ChartSpec["chart"]["type"];
export type ChartField = string | CellRef | null;
export const chartTypes = ["point", "line", "bar", "histogram", "box", "heatmap"] as const satisfies readonly ChartType[];

/** Fields that a type of chart draws, in the order of its form; the required ones end with "!". */
export const fieldsOf: { readonly [type in ChartType]: readonly ("x" | "y" | "color" | "size" | "x!" | "y!" | "color!")[] } = {
  point: ["x!", "y!", "color", "size"],
  line: ["x!", "y!", "color"],
  bar: ["x!", "y", "color"],
  histogram: ["x", "color"],
  box: ["y!", "x", "color"],
  heatmap: ["x", "y", "color"],
};

const nameOfField = (value: ChartField, context: WordsContext): string =>
  value === null ? "" : isCellRef(value) ? context.nameOf(value) : value;

function words(spec: ChartSpec, context: WordsContext): string {
  const { locale } = context;
  if (!spec.from) return message("chart.words-empty", {}, locale);
  const summary = context.summaryOf(spec.from);
  const from = context.nameOf(spec.from);
  const part = (key: "x" | "y" | "color" | "size"): string => nameOfField(spec[key], context);
  if (chart.missing(spec) !== null) return message("chart.words-unset", { from }, locale);
  const pieces: string[] = [];
  const say = (key: string, params: JsonObject): void => {
    pieces.push(message(`chart.${key}`, params, locale));
  };
  switch (spec.chart.type) {
    case "histogram":
      say("words-histogram", { x: part("x") || message("chart.all-values", {}, locale) });
      break;
    case "heatmap":
      if (spec.chart.features) say("words-heatmap-chosen", {});
      else if (!spec.y) say("words-heatmap-top", { n: spec.chart.top });
      else say("words-against", { y: part("y"), x: part("x") });
      break;
    case "bar":
      say(`words-bar-${spec.chart.measure}`, { y: part("y"), x: part("x") });
      break;
    case "box":
      say(spec.x ? "words-by" : "words-alone", { y: part("y"), x: part("x") });
      break;
    default:
      say("words-against", { y: part("y"), x: part("x") });
  }
  if (spec.color && part("color") !== part("x")) say("words-colour", { color: part("color") });
  if (spec.size && spec.chart.type === "point") say("words-size", { size: part("size") });
  const head = pieces.join(", ");
  if (summary?.type === "assay") return message("chart.words-samples", { head, n: summary.shape[1] ?? 0, from }, locale);
  if (summary?.type === "table") return message("chart.words-rows", { head, n: summary.shape[0] ?? 0, from }, locale);
  return message("chart.words-from", { head, from }, locale);
}

const nameable = (text: string): string => text.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^_+|_+$/g, "");

function suggestName(spec: ChartSpec, context: WordsContext): string {
  const main = spec.chart.type === "histogram" || spec.chart.type === "bar" ? spec.x : spec.y;
  const about = nameable(nameOfField(main, context) || (spec.from ? context.nameOf(spec.from) : ""));
  return about ? `${spec.chart.type}_${about}` : spec.chart.type;
}

export const chart: Kind<ChartSpec> = {
  kind: "chart",
  title: "Chart",
  place: "warm",
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "figure", title: "Figure" },
    { name: "data", type: "table", title: "What is drawn" },
  ],
  schema: schema as unknown as z.ZodType<ChartSpec>,
  textFields: [],
  listFields: [],
  empty: schema.parse({}) as JsonObject,
  missing: (spec) => {
    if (!spec.from) return "from";
    for (const name of fieldsOf[spec.chart.type]) {
      if (!name.endsWith("!")) continue;
      const key = name.slice(0, -1) as "x" | "y" | "color";
      if (spec[key] === null) return key;
    }
    if (spec.chart.type === "bar" && spec.chart.measure !== "count" && !spec.y) return "y";
    return null;
  },
  words,
  suggestName,
};
