// Every value of each group as a point, beside each other so that none covers another.

import { z } from "zod";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { grouped } from "../parts/begins.ts";
import { bracketsSchema } from "../parts/brackets/schema.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words as shared } from "../parts/words.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("beeswarm", "Each value of y a point, in each group of x beside each other without covering; needs y"),
  median: z.boolean().default(true).meta({ title: "Medians", description: "A stroke at the median of each group" }),
  brackets: bracketsSchema,
});
export type BeeswarmOptions = z.infer<typeof schema>;

export const beeswarm = defineChart({
  axis: "chart",
  name: "beeswarm",
  // 2: of more than 100,000 values the density is summed over a fine grid.
  // 3: says how it is selected in.
  version: 3,
  schema,
  uses: [{ field: "y", needed: true }, { field: "x", label: () => words.key("field-by") }, { field: "color" }],
  names: true,
  logs: ["logY"],
  panels: true,
  calledAfter: "y",
  usualHeight: 360,
  selects: true,
  traces: ["scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: { group: "explore", order: 7, begins: grouped, words: menuWords(words) },
  say: (spec, { name, locale }) => shared.say(spec.x ? "words-by" : "words-alone", { y: name("y"), x: name("x") }, locale),
  discloses: disclosesDrawn(["x", "y", "color"], () => individuals),
  withoutNames: withoutTexts,
});
