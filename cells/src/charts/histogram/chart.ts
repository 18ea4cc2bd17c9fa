// How the values of a series, or of a whole matrix, are distributed.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { countsBeside, disclosesDrawn, groupsOf, numbersIn, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("histogram", "How often values of x occur; of a matrix without x: all its values"),
  bins: z
    .number()
    .int()
    .min(2)
    .max(500)
    .nullable()
    .default(null)
    .meta({ title: "Bins", description: "Number of equal bins; empty = by the rule of Freedman and Diaconis" }),
});
export type HistogramOptions = z.infer<typeof schema>;

export const histogram = defineChart({
  axis: "chart",
  name: "histogram",
  // 5: says how it is selected in.
  version: 5,
  schema,
  uses: [
    {
      field: "x",
      label: () => words.key("field-of"),
      ifEmpty: (data, locale) => (data === "matrix" ? words.say("all-of-matrix", {}, locale) : null),
    },
    { field: "color" },
  ],
  names: false,
  logs: ["logX", "logY"],
  panels: true,
  calledAfter: "x",
  usualHeight: 360,
  selects: true,
  traces: ["bar"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 5,
    begins: (above) => (above?.type === "table" && above.numberColumns[0] ? { x: above.numberColumns[0] } : {}),
    words: menuWords(words),
  },
  say: (_spec, { name, locale }) => words.say("say", { x: name("x") || words.say("all-values", {}, locale) }, locale),
  discloses: disclosesDrawn<HistogramOptions>(["x", "color"], (drawn, spec) => {
    // Numbers of a matrix are counted, and not its samples: no mark has a number of individuals.
    if (spec.x === null) return groupsOf([], ["count", "median", "extreme"]);
    if (drawn.type === "table") return groupsOf(numbersOfColumn(drawn.columns.at(-1)), ["count", "extreme"]);
    // Text has a bar for each value and n beside it.
    const counts = countsBeside(drawn);
    if (counts.length > 0) return groupsOf(counts, ["count"]);
    // The outer bins end at the smallest and at the largest value, and the text alternative tells them.
    return groupsOf(
      drawn.data.flatMap((trace) => numbersIn(trace["y"])),
      ["count", "median", "extreme"],
    );
  }),
  withoutNames: withoutTexts,
});
