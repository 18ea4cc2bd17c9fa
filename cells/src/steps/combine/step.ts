// combine: matrices of several labs become one.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const featureRules = ["common", "all"] as const;
export const nameRules = ["refuse", "prefix"] as const;

export const combine = defineStep({
  name: "combine",
  version: 1,
  section: "combine",
  takes: { assay: { gives: "assay", rows: "any", columns: "more" } },
  options: {
    lab: z.string().default("").meta({ title: "This lab", description: "Name of these samples in the column of labs" }),
    others: z
      .array(
        z.strictObject({
          cell: cellRef().meta({ title: "Cell", description: "One that answers a matrix" }),
          lab: z.string().default("").meta({ title: "Lab", description: "Name of its samples in the column of labs" }),
        }),
      )
      .max(100)
      .default([])
      .meta({ title: "Others", description: "Matrices whose samples come behind these: {cell, lab}" }),
    features: z.enum(featureRules).default("common").meta({
      title: "Features",
      description: "common: those that all matrices have; all: those of any, missing where a matrix has none (said)",
    }),
    versions: z.enum(["exact", "strip"]).default("exact").meta({
      title: "Versions of ids",
      description: "exact: ENSG….7 and ENSG….8 are two; strip: one, and their ids stand without it",
    }),
    names: z.enum(nameRules).default("refuse").meta({
      title: "Samples of one name",
      description: "In two matrices: refuse; prefix: the lab before the name of every sample",
    }),
    column: z.string().default("lab").meta({ title: "Column of labs", description: "In the sample sheet; empty: none" }),
    scales: z.enum(["same", "any"]).default("same").meta({
      title: "Scales",
      description: "same: counts beside logarithms are refused; any: they are taken as they are (said)",
    }),
  },
  // Later samples are no place to put those of other labs once more; that they have the features of now a step of its own keeps.
  freezes: () => "whole",
  whyWhole: words.key("why-whole"),
  carries: "names",
  describesSamples: true,
  words,
  labels: {
    lab: words.key("this-lab"),
    others: words.key("matrix"),
    cell: words.key("matrix"),
    features: words.key("features"),
    versions: words.key("versions"),
    names: words.key("names"),
    column: words.key("column"),
    scales: words.key("scales"),
  },
  ending: "combined",
  menu: { group: "clean", takes: ["assay"], words: menuWords(words) },
  lacks: (step, context) => (step.others.length === 0 ? lack("matrix", context) : null),
  say: ({ others, features }, { locale, nameOf }) =>
    words.say(`says-${features}`, { others: listed(others.map(({ cell }) => nameOf(cell))) }, locale),
  columnsAfter: ({ column }, before) => (column === "" || before.includes(column) ? before : [...before, column]),
});
