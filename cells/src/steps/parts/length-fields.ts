// Options of the steps that divide reads by lengths of genes: where the lengths are.

import { words as lengthWords } from "./gene-lengths/words.ts";
import { z } from "zod";
import { cellRef } from "../../contract/spec-fields.ts";
import type { StepContext } from "../../contract/step.ts";
import type { CellRef } from "../../base/refs.ts";
import { name } from "./fields.ts";
import { lack } from "./said.ts";

export const lostRules = ["refuse", "drop"] as const;

export const lengthOptions = {
  with: cellRef().nullable().default(null).meta({
    title: "With",
    description: "A cell that answers the table of a GTF: lengths are those of the union of the exons of each gene",
  }),
  key: name
    .default("gene_id")
    .meta({ title: "Ids", description: "Of the GTF: its column of the ids that the features have here" }),
  length: z.string().default("").meta({
    title: "Column of lengths",
    description: "Where no cell is chosen: the column of the features that holds their lengths, in base pairs",
  }),
  lost: z
    .enum(lostRules)
    .default("refuse")
    .meta({ title: "Without a length", description: "Features of which no length is known: refuse, or drop" }),
};

interface LengthOptions {
  readonly with: CellRef | null;
  readonly length: string;
}
export const lacksLength = (step: LengthOptions, context: StepContext): string | null =>
  step.with === null && step.length === "" ? lack("lengths", context) : null;

/** What cards of steps that divide by lengths have in common. */
export const byLength = {
  section: "expression",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: lengthOptions,
  // A sample's values follow from its own counts and from lengths that nobody took of the samples; those of a GTF are kept.
  freezes: () => "each" as const,
  carries: "rows",
  labels: {
    with: lengthWords.key("with"),
    key: lengthWords.key("key"),
    length: lengthWords.key("length"),
    lost: lengthWords.key("lost"),
  },
  lacks: lacksLength,
} as const;
