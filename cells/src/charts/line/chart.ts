// Lines through the rows of each group.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { xy } from "../parts/begins.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("line", "A line through the rows or samples, in the order of x; needs x and y"),
  points: z.boolean().default(false).meta({ title: "Mark each point", description: "Draw the points on the line as well" }),
  band: z.enum(["none", "ci", "se", "sd"]).default("none").meta({
    title: "Band",
    description:
      "Where several rows share an x: ci: the 95 % interval of their mean by Student's t; se: a standard error, sd: a standard deviation either way",
  }),
});
export type LineOptions = z.infer<typeof schema>;

export const line = defineChart({
  axis: "chart",
  name: "line",
  // 5: bands.
  version: 5,
  schema,
  uses: [{ field: "x", needed: true }, { field: "y", needed: true }, { field: "color" }],
  names: false,
  logs: ["logX", "logY"],
  panels: true,
  calledAfter: "y",
  usualHeight: 360,
  traces: ["scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: { group: "explore", order: 9, begins: xy, words: menuWords(words) },
  say: (_spec, { name, locale }) => shared.say("words-against", { y: name("y"), x: name("x") }, locale),
  // A point is the mean of the rows at its x, mostly of one, and says of how many to nobody.
  discloses: disclosesDrawn(["x", "y", "color"], () => individuals),
  withoutNames: withoutTexts,
});
