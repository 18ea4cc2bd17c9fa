// overlap: keeps, counts or annotates places by those of another table that they overlap.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { name } from "../parts/fields.ts";
import { lack } from "../parts/said.ts";
import { words as sideWords } from "../parts/place-sides/words.ts";
import { words } from "./words.ts";

export const overlapTypes = ["overlapping", "not-overlapping", "annotate", "pairs", "count"] as const;
export const strandRules = ["any", "same", "opposite"] as const;

export const overlap = defineStep({
  name: "overlap",
  version: 2,
  section: "combine",
  takes: { table: { gives: "table", rows: "any", columns: "more" } },
  options: {
    with: cellRef().nullable().default(null).meta({ title: "With", description: "A cell that answers a table of places" }),
    how: z.enum(overlapTypes).default("overlapping").meta({
      title: "What becomes of rows",
      description:
        "overlapping, not-overlapping: rows of here that do, that do not; annotate: all of here, with the columns of each that they overlap; pairs: of those only rows with one; count: all of here, with how many",
    }),
    least: z.int().min(1).default(1).meta({ title: "At least", description: "Base pairs that two places share, from 1" }),
    strand: z.enum(strandRules).default("any").meta({
      title: "Strand",
      description: "any: does not matter; same, opposite: both are known, and equal or not",
    }),
    chromosomes: z.enum(["exact", "alike"]).default("exact").meta({
      title: "Names of chromosomes",
      description: "exact: letter for letter; two ways of calling them are refused; alike: chr1 and 1 are the same",
    }),
    column: name.default("overlaps").meta({ title: "Column of numbers", description: "Of how=count: its name" }),
  },
  carries: "names",
  words,
  labels: {
    with: formsWords.key("with"),
    how: words.key("how"),
    least: words.key("least"),
    strand: sideWords.key("strand"),
    chromosomes: sideWords.key("chromosomes"),
    column: words.key("column"),
  },
  ending: "overlapped",
  menu: { group: "clean", words: menuWords(words) },
  lacks: (step, context) => (step.with === null ? lack("table", context) : null),
  say: (step, { locale, nameOf }) =>
    words.say(`says-${step.how}`, { with: step.with ? nameOf(step.with) : "", column: step.column }, locale),
  columnsAfter: (step, before) => (step.how === "count" ? [...before, step.column] : before),
  groupsAfter: (step, before) => (step.how === "overlapping" || step.how === "not-overlapping" ? before : null),
});
