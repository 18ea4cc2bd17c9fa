// unskew: logarithms and powers of columns, so that few large values do not stand far from all others.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

/** The last two take their power of each column. */
export const shapes = ["log2", "log10", "ln", "log1p", "asinh", "sqrt", "yeo-johnson", "box-cox"] as const;
export type Shape = (typeof shapes)[number];
export const takesPower = (by: Shape): boolean => by === "box-cox" || by === "yeo-johnson";

export const unskew = defineStep({
  name: "unskew",
  // 2: what becomes of clusters stays clusters, which no test of the same rows compares.
  version: 2,
  section: "numbers",
  takes: {
    table: { gives: "table", rows: "same", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    columns: columns("Of a table: columns of numbers that are transformed; of a matrix every value is"),
    by: z.enum(shapes).default("log1p").meta({
      title: "By",
      description:
        "log2, log10, ln: logarithm (above 0); log1p: ln(1 + x); asinh: inverse hyperbolic sine (any number); sqrt: square root; yeo-johnson (any number), box-cox (above 0): the power that makes the column most nearly normal, by maximum likelihood",
    }),
  },
  freezes: ({ by }) => (takesPower(by) ? "fitted" : "each"),
  carries: "rows",
  words,
  ending: "shaped",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns"), by: words.key("by") },
  lacks: (step, context) => (step.columns.length === 0 && context.on !== "assay" ? lack("columns", context) : null),
  say: (step, { locale }) =>
    words.say(
      step.columns.length === 0 ? "says-matrix" : "says",
      { columns: listed(step.columns), by: words.say(`by-${step.by}`, {}, locale) },
      locale,
    ),
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.filter((name) => !step.columns.includes(name)) },
});
