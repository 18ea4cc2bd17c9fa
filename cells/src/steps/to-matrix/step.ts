// to-matrix: makes a matrix of a table of numbers with a column of names.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { names } from "../parts/fields.ts";
import { words } from "./words.ts";

export const sides = ["guess", "features", "samples"] as const;
export const scales = ["guess", "unknown", "counts", "cpm", "tpm", "fpkm", "log2-cpm", "log2", "log10", "ln", "z-score"] as const;

export const toMatrix = defineStep({
  name: "to-matrix",
  version: 1,
  section: "shape",
  takes: { table: { gives: "assay", rows: "any", columns: "any" } },
  options: {
    ids: z.string().default("").meta({
      title: "Names",
      description: "Column that names each row, once; empty: the first that names rows by its meaning",
    }),
    rows: z.enum(sides).default("guess").meta({
      title: "A row is",
      description:
        "features: a gene, and each column of numbers a sample; samples: a sample, and each column of numbers a feature; guess: told by the names",
    }),
    values: names.default([]).meta({
      title: "Values",
      description: "Columns of numbers that are the matrix; none named: all of them. The others describe the rows",
    }),
    scale: z.enum(scales).default("guess").meta({
      title: "Scale",
      description: "What the numbers are; guess: counts where all are whole and none is below 0, else not known",
    }),
  },
  // A guess looks at all rows.
  freezes: ({ rows, ids, scale, values }) =>
    rows === "samples" && scale !== "guess" && ids !== "" && values.length > 0 ? "each" : "whole",
  words,
  labels: { ids: words.key("ids"), rows: words.key("row-is"), values: words.key("values"), scale: words.key("scale") },
  ending: "matrix",
  columnsAfter: ({ rows, values, ids }, before) =>
    rows === "samples"
      ? [...(ids === "" ? [] : [ids]), ...before.filter((name) => name !== ids && !values.includes(name))]
      : ["sample"],
  say: ({ rows }, { locale }) => words.say(`says-${rows}`, {}, locale),
  // Rows may be columns now.
  groupsAfter: () => null,
});
