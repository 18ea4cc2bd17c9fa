// Each value as a point, group beside group, with the median of each: of several genes of a matrix at once.

import { z } from "zod";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { grouped } from "../parts/begins.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("strip", "Of a matrix: values of several features by the groups of x. Of a table: y by x. Each value is a point"),
  features: orRef(z.array(z.string())).nullable().default(null).meta({
    title: "Features",
    description:
      "Of a matrix: their names, a parameter that holds them, or a table whose rows they name, in its order; empty = the most variable ones",
  }),
  top: z.number().int().min(1).max(50).default(12).meta({
    title: "Features at most",
    description: "So many of a matrix are drawn: the first of those that are named, or the most variable ones",
  }),
});
export type StripOptions = z.infer<typeof schema>;

export const strip = defineChart({
  axis: "chart",
  name: "strip",
  // 2: values and rows of a matrix are called in the reader's language.
  // 3: says how it is selected in.
  version: 3,
  schema,
  uses: [
    { field: "x", needed: true, label: () => words.key("field-by") },
    { field: "y", asked: (_options, data, isChosen) => data === "table" || isChosen },
    { field: "color", asked: (_options, data, isChosen) => data === "table" || isChosen },
  ],
  names: true,
  logs: ["logY"],
  calledAfter: "x",
  usualHeight: 360,
  isWide: true,
  selects: true,
  traces: ["scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 7,
    begins: (above) => {
      if (above?.type !== "assay") return grouped(above);
      const [x] = above.groupColumns;
      return x ? { x } : {};
    },
    words: menuWords(words),
  },
  say: ({ chart, y }, { name, noun, locale }) => {
    if (y) return shared.say("words-by", { y: name("y"), x: name("x") }, locale);
    const of = { features: featuresCalled(noun, "of", locale), x: name("x"), n: chart.top };
    return words.say(chart.features === null ? "say-top" : "say-chosen", of, locale);
  },
  discloses: disclosesDrawn(["x", "y", "color"], () => individuals),
  withoutNames: withoutTexts,
});
