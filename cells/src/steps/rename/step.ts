// rename: gives columns other names.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { name } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const rename = defineStep({
  name: "rename",
  version: 1,
  section: "shape",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: z
      .array(
        z.strictObject({
          from: name.meta({ title: "From", description: "Present name" }),
          to: name.meta({ title: "To", description: "New name" }),
        }),
      )
      .default([])
      .meta({ title: "Columns", description: "Pairs of names: {from, to}" }),
  },
  freezes: () => "each",
  carries: "rows",
  harmless: { columns: "any" },
  words,
  labels: { from: formsWords.key("column") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("column", context) : null),
  say: (step, { locale }) =>
    words.say("says", { columns: listed(step.columns.map(({ from, to }) => `${from} → ${to}`)) }, locale),
  columnsAfter: (step, before) => [...new Set(before.map((old) => renamed(step.columns, old)))],
  groupsAfter: (step, before) => before && { ...before, counts: before.counts.map((old) => renamed(step.columns, old)) },
});

const renamed = (pairs: readonly { readonly from: string; readonly to: string }[], old: string): string =>
  pairs.findLast((pair) => pair.from === old)?.to ?? old;
