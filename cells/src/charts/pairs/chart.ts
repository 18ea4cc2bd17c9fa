// Several columns of numbers against each other: points below the diagonal, correlations above it, on it how each is distributed.

import { z } from "zod";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { isCellRef } from "../../base/refs.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { hasComponents, menuWords } from "../../contract/menu-entry.ts";
import { correlationMethods } from "../../stats/correlations.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { columnsSchema } from "../parts/chosen-columns.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

/** Of more columns no panel could be read. */
export const mostColumns = 8;

const schema = z.strictObject({
  type: typeOf("pairs", "Columns of numbers (of a matrix: features) each against each, a panel a pair, coloured by color"),
  columns: columnsSchema,
  top: z.number().int().min(2).max(mostColumns).default(4).meta({
    title: "Columns at most",
    description:
      "Where none are named: the first of all; of a matrix the most variable. Of those that are named up to 8 are drawn",
  }),
  diagonal: z
    .enum(["density", "histogram"])
    .default("density")
    .meta({ title: "On the diagonal", description: "How each column is distributed, by colour" }),
  method: z
    .enum(correlationMethods)
    .default("pearson")
    .meta({ title: "Correlation", description: "What stands above the diagonal: of the values, or of their ranks" }),
});
export type PairsOptions = z.infer<typeof schema>;

export const pairs = defineChart({
  axis: "chart",
  name: "pairs",
  // 2: of more than 100,000 values the density is summed over a fine grid; columns that are named are all drawn, up to 8.
  version: 2,
  schema,
  uses: [{ field: "color" }],
  names: true,
  logs: [],
  calledAfter: "color",
  usualHeight: 640,
  isWide: true,
  traces: ["scatter", "scattergl", "heatmap", "bar"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 5,
    begins: (above) => {
      // Components are made to be seen against each other.
      const of = above?.reduced ?? above;
      const [color] = of?.groupColumns ?? [];
      return { ...(above?.reduced ? { from: above.reduced.ref } : {}), ...(color ? { color } : {}) };
    },
    fits: (above) => (above?.type === "table" && hasComponents(above) ? 0.5 : 0),
    words: menuWords(words),
  },
  say: ({ chart: { columns } }, { noun, locale }) => {
    if (Array.isArray(columns)) return words.say("say-chosen", { names: columns.slice(0, mostColumns) }, locale);
    if (isCellRef(columns)) return words.say("say-of", {}, locale);
    return noun === null
      ? words.say("say-all", {}, locale)
      : words.say("say-top", { features: featuresCalled(noun, "of", locale) }, locale);
  },
  discloses: disclosesDrawn(["color"], () => individuals),
  withoutNames: withoutTexts,
});
