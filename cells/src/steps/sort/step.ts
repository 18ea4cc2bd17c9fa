// sort: puts rows in order; of a matrix its features, by what is said of them.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { name } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const sort = defineStep({
  name: "sort",
  // 3: chromosomes in the order of their numbers.
  version: 3,
  section: "rows",
  takes: {
    table: { gives: "table", rows: "same", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    by: z
      .array(
        z.strictObject({
          column: name.meta({
            title: "Column",
            description: "Numbers by size, chromosomes as they are numbered, other texts by code point",
          }),
          descending: z.boolean().default(false).meta({ title: "Descending", description: "Largest first" }),
        }),
      )
      .default([])
      .meta({ title: "By", description: "Columns (of a matrix those of its features), the first one counts most" }),
  },
  freezes: () => "each",
  carries: "order",
  harmless: { by: "any" },
  words,
  labels: { by: words.key("by"), column: words.key("by") },
  ending: "sorted",
  lacks: (step, context) => (step.by.length === 0 ? lack("column", context) : null),
  say: (step, { locale }) =>
    words.say("says", { by: listed(step.by.map(({ column, descending }) => (descending ? `${column} ↓` : column))) }, locale),
});
