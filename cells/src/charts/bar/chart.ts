// Bars by group: rows counted, or sum, mean or median of a series.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import type { Statistic } from "../../contract/disclosure.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { grouped } from "../parts/begins.ts";
import { countsBeside, disclosesDrawn, groupsOf, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("bar", "A bar for each group of x; needs x, and y for other heights than count"),
  measure: z
    .enum(["count", "sum", "mean", "median"])
    .default("count")
    .meta({ title: "Height", description: "Rows in each group, or sum, mean or median of y" }),
  stacked: z
    .boolean()
    .default(false)
    .meta({ title: "Stacked", description: "Colour groups on top of each other instead of side by side" }),
  interval: z.enum(["none", "ci", "se", "sd"]).default("none").meta({
    title: "Interval",
    description: "Of means: ci: the 95 % interval by Student's t; se: one standard error either way; sd: one standard deviation",
  }),
});
export type BarOptions = z.infer<typeof schema>;

/** n stands beside each bar, so that a sum tells the mean. */
const told: { readonly [measure in BarOptions["measure"]]: readonly Statistic[] } = {
  count: ["count"],
  sum: ["count", "mean"],
  mean: ["count", "mean"],
  median: ["count", "median"],
};

export const bar = defineChart({
  axis: "chart",
  name: "bar",
  // 5: intervals of means. 6: says how it is selected in.
  version: 6,
  schema,
  uses: [
    { field: "x", needed: true },
    {
      field: "y",
      needed: { when: ({ measure }) => measure !== "count" },
      asked: ({ measure }) => measure !== "count",
    },
    { field: "color" },
  ],
  names: false,
  logs: ["logY"],
  panels: true,
  calledAfter: "x",
  usualHeight: 360,
  selects: true,
  traces: ["bar"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 8,
    begins: (above) => {
      const begun = grouped(above);
      return { ...begun, chart: { type: "bar", ...("y" in begun ? { measure: "mean" } : {}) } };
    },
    words: menuWords(words),
  },
  say: (spec, { name, locale }) => words.say(`say-${spec.chart.measure}`, { y: name("y"), x: name("x") }, locale),
  discloses: disclosesDrawn<BarOptions>(["x", "y", "color"], (drawn, { chart }) =>
    groupsOf(drawn.type === "figure" ? countsBeside(drawn) : numbersOfColumn(drawn.columns.at(-1)), told[chart.measure]),
  ),
  withoutNames: withoutTexts,
});
