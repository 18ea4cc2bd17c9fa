// annotate-samples: adds the columns of a table to the annotation of the samples.

import { defineStep } from "../../contract/define-step.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { pairs } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "./words.ts";

export const annotateSamples = defineStep({
  name: "annotate-samples",
  // 3: samples that are not in the table are told, and columns that it writes over.
  version: 3,
  section: "combine",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    with: cellRef()
      .nullable()
      .default(null)
      .meta({ title: "With", description: "A cell that answers a table, a row per sample" }),
    on: pairs("One pair: {left: column of the samples, right: column of the table}; none: ids of samples, found in the table"),
  },
  describesSamples: true,
  // A join: which row is whose is chosen by columns, and whoever is in none is left without a group.
  carries: "names",
  words,
  labels: {
    with: formsWords.key("with"),
    on: formsWords.key("where-here"),
    left: formsWords.key("where-here"),
    right: formsWords.key("equals-there"),
  },
  // The ids, and whatever names samples there, are not added; which column that is is seen when it runs.
  columnsAfter: (step, before, columnsOf) => [
    ...new Set([...before, ...(step.with && columnsOf ? columnsOf(step.with) : []).filter((name) => name !== step.on[0]?.right)]),
  ],
  lacks: (step, context) => (step.with === null ? lack("table", context) : null),
  say: (step, { locale, nameOf }) => words.say("says", { with: step.with ? nameOf(step.with) : "" }, locale),
});
