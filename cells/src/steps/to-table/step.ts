// to-table: makes a table of a matrix.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const shapes = ["samples", "wide", "long"] as const;

export const toTable = defineStep({
  name: "to-table",
  version: 2,
  section: "shape",
  takes: { assay: { gives: "table", rows: "any", columns: "any" } },
  options: {
    shape: z.enum(shapes).default("samples").meta({
      title: "Shape",
      description: "samples: a row per sample with its annotation; wide: a row per feature; long: a row per value",
    }),
  },
  // A row a feature has a column for each sample there is.
  freezes: ({ shape }) => (shape === "wide" ? "whole" : "each"),
  words,
  ending: "table",
  say: (step, { locale }) => words.say(`says-${step.shape}`, {}, locale),
});
