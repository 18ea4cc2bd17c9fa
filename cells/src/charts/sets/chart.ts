// How several lists overlap: a Venn diagram of up to three, an UpSet plot of more.

import { z } from "zod";
import { foldChangeOf, isAdjustedP } from "../../artifacts/difference-columns.ts";
import type { JsonObject } from "../../base/json.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { type Above, menuWords } from "../../contract/menu-entry.ts";
import { countsIn, disclosesDrawn, groupsOf, numbersOfColumn } from "../parts/chart-disclosure.ts";
import { columnsSchema } from "../parts/chosen-columns.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf(
    "sets",
    "How lists overlap. Either x names the list of each row, and label (or the column that names rows) its member; or columns of yes and no are lists of rows",
  ),
  columns: columnsSchema.meta({
    title: "Columns",
    description:
      "Columns of yes and no (or 0 and 1), each a list of rows; empty = all of them. Not asked for where x names the lists",
  }),
  below: z.number().default(0.05).meta({
    title: "Below",
    description: "With y: a row belongs to its list where y, an adjusted p value say, is below",
  }),
  shows: z
    .enum(["auto", "venn", "upset"])
    .default("auto")
    .meta({ title: "Shows", description: "venn: circles, of two or three lists; upset: bars of each part; auto: what fits" }),
  parts: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(20)
    .meta({ title: "Parts at most", description: "Of an UpSet plot: the largest parts are drawn" }),
});
export type SetsOptions = z.infer<typeof schema>;

/** Of a table of several contrasts the lists of what each found, higher and lower apart. */
function listsOfContrasts(above: Above | null): JsonObject | null {
  if (above?.type !== "table" || !above.summary?.columns?.some(({ name }) => name === "contrast")) return null;
  const [y, color] = [above.numberColumns.find(isAdjustedP), foldChangeOf(above.numberColumns)];
  // Rows are genes or the like: what they are called tells of nobody, and is what one looks for.
  return y === undefined ? null : { x: "contrast", y, labels: true, ...(color === undefined ? {} : { color }) };
}

export const sets = defineChart({
  axis: "chart",
  name: "sets",
  // 2: says of how few rows its notes tell. 3: members are those that the label names, with labels off as well.
  version: 3,
  schema,
  uses: [
    { field: "x", asked: (_, data) => data === "table", label: () => words.key("field-list") },
    { field: "y", asked: (_, data) => data === "table", label: () => words.key("field-passes") },
    { field: "color", asked: (_, data) => data === "table", label: () => words.key("field-side") },
  ],
  names: true,
  membersByLabel: true,
  logs: [],
  calledAfter: "x",
  usualHeight: 360,
  traces: ["scatter", "bar"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 7,
    takes: ["table"],
    begins: (above) => listsOfContrasts(above) ?? {},
    fits: (above) => (listsOfContrasts(above) ? 3 : 0),
    words: menuWords(words),
  },
  say: ({ chart: { columns }, x }, { name, locale }) =>
    x
      ? words.say("say-lists", { x: name("x") }, locale)
      : Array.isArray(columns)
        ? words.say("say-chosen", { names: columns.slice(0, 4) }, locale)
        : words.say("say-columns", {}, locale),
  discloses: disclosesDrawn<SetsOptions>(["x", "y", "color"], (drawn, { y }) => {
    const sizes = drawn.type === "figure" ? countsIn(drawn) : numbersOfColumn(drawn.columns.find(({ name }) => name === "n"));
    // Below one bound after the other, lists are steps of a curve over the rows.
    return groupsOf(sizes, y === null ? ["count"] : ["count", "step"]);
  }),
  withoutNames: withoutTexts,
});
