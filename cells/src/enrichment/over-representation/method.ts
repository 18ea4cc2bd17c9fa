// Over-representation: whether more genes of a set are on a list than chance puts there.

import { z } from "zod";
import { defineEnrichmentMethod } from "../../contract/enrichment-method.ts";
import { words } from "./words.ts";

export const overRepresentation = defineEnrichmentMethod({
  name: "over-representation",
  version: 2,
  reproduces: { atol: 1e-12, rtol: 1e-9 },
  words,
  settings: [
    {
      field: "direction",
      choices: { each: "direction-each", either: "direction-either", up: "direction-up", down: "direction-down" },
    },
    { field: "flag", isColumn: true },
    { field: "threshold" },
    { field: "least" },
  ],
  columns: ["overlap", "listed", "gene_ratio", "expected", "odds_ratio", "odds_low", "odds_high"],
  along: { column: "gene_ratio", isSigned: false },
  schema: z.strictObject({
    type: z.literal("over-representation").meta({ title: "Type", description: "Genes on a list against all that were tested" }),
    direction: z.enum(["each", "either", "up", "down"]).default("each").meta({
      title: "Direction",
      description:
        "each: genes that are higher, and those that are lower, each as a list; either: all together; up, down: one of them",
    }),
    flag: z.string().default("").meta({
      title: "Listed by",
      description:
        "The column that puts genes on the list: true, 1 of a column of 0 and 1 alone, or a number below the threshold. Empty: the adjusted p value",
    }),
    threshold: z
      .number()
      .gt(0)
      .default(0.05)
      .meta({ title: "Below", description: "Genes are listed whose number is below this" }),
    least: z
      .number()
      .min(0)
      .default(0)
      .meta({ title: "Least change", description: "Genes that change by less, either way, are not listed" }),
  }),
});

export type OverRepresentationOptions = z.output<typeof overRepresentation.schema>;
