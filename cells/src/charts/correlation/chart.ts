// Columns of numbers (of a matrix: features) with each other, as colour from -1 to 1.

import { z } from "zod";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { isCellRef } from "../../base/refs.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { correlationMethods } from "../../stats/correlations.ts";
import { columnsSchema } from "../parts/chosen-columns.ts";
import { countsIn, disclosesDrawn, groupsOf, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

/** Of more nothing could be read. */
export const mostColumns = 100;

const schema = z.strictObject({
  type: typeOf(
    "correlation",
    "Correlations of columns of numbers with each other; of a matrix, of its features over the samples",
  ),
  columns: columnsSchema,
  top: z.number().int().min(2).max(mostColumns).default(30).meta({
    title: "Columns at most",
    description: "The first of those that are named, or of all; of a matrix the most variable",
  }),
  method: z.enum(correlationMethods).default("pearson").meta({
    title: "Correlation",
    description: "pearson: of the values; spearman: of their ranks. Each over the rows that have both",
  }),
  clustered: z.boolean().default(true).meta({
    title: "Like beside like",
    description: "In the order of a tree (average linkage of 1 - r); else as they are named",
  }),
});
export type CorrelationOptions = z.infer<typeof schema>;

export const correlation = defineChart({
  axis: "chart",
  name: "correlation",
  // 2: says of how few rows it tells.
  version: 2,
  schema,
  uses: [],
  names: false,
  logs: [],
  calledAfter: "x",
  usualHeight: 480,
  traces: ["heatmap"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: { group: "explore", order: 6, words: menuWords(words) },
  say: ({ chart: { columns } }, { noun, locale }) => {
    if (Array.isArray(columns)) return words.say("say-chosen", { names: columns.slice(0, 4) }, locale);
    if (isCellRef(columns)) return words.say("say-of", {}, locale);
    return noun === null
      ? words.say("say-all", {}, locale)
      : words.say("say-top", { features: featuresCalled(noun, "of", locale) }, locale);
  },
  // A correlation is a mean of products.
  discloses: disclosesDrawn<CorrelationOptions>([], (drawn) =>
    groupsOf(drawn.type === "figure" ? countsIn(drawn) : numbersOfColumn(drawn.columns.at(-1)), ["count", "mean"]),
  ),
  withoutNames: withoutTexts,
});
