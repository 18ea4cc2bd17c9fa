// t-SNE: each row among those that are most like it.

import { z } from "zod";
import { defineEmbedding } from "../../contract/embedding.ts";
import { axes, of } from "../parts/fields.ts";
import { words } from "./words.ts";

export const tsneCard = defineEmbedding({
  name: "tsne",
  version: 1,
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  axisName: "tSNE",
  placesNew: false,
  words,
  schema: z.strictObject({
    type: z.literal("tsne").meta({ title: "Type", description: "t-SNE" }),
    of: of("components"),
    perplexity: z.number().min(1).max(1_000).default(30).meta({
      title: "Perplexity",
      description: "About how many neighbours each row has; less than a third of the rows",
    }),
    theta: z.number().min(0).max(1).nullable().default(null).meta({
      title: "Accuracy (theta)",
      description: "0: every pair by itself; more: what is far is taken together. Null: 0 up to 1,000 rows, 0.5 beyond",
    }),
    axes,
    iterations: z
      .number()
      .int()
      .min(300)
      .max(10_000)
      .default(1_000)
      .meta({ title: "Rounds", description: "How often rows are moved" }),
  }),
});

export type TsneCardOptions = z.output<typeof tsneCard.schema>;
