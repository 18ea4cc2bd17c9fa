// Multidimensional scaling: a map whose distances are those of the data, as nearly as can be.

import { z } from "zod";
import { defineEmbedding } from "../../contract/embedding.ts";
import { axes, of } from "../parts/fields.ts";
import { words } from "./words.ts";

export const mdsDistances = ["euclidean", "manhattan", "correlation", "cosine"] as const;
export const mdsModels = ["classical", "stress", "order"] as const;

export const mdsCard = defineEmbedding({
  name: "mds",
  version: 1,
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  axisName: "MDS",
  placesNew: false,
  words,
  schema: z.strictObject({
    type: z.literal("mds").meta({ title: "Type", description: "Multidimensional scaling" }),
    of: of("features"),
    model: z.enum(mdsModels).default("classical").meta({
      title: "Model",
      description:
        "classical: by eigenvectors (cmdscale of R); stress: distances themselves (metric); order: their order alone (Kruskal's non-metric, isoMDS)",
    }),
    distance: z.enum(mdsDistances).default("euclidean").meta({
      title: "Distance",
      description: "euclidean, manhattan, correlation (1 - r), cosine (1 - cos)",
    }),
    axes,
    iterations: z.number().int().min(10).max(10_000).default(300).meta({
      title: "Rounds",
      description: "At most, of stress and order; they end sooner once they stand",
    }),
  }),
});

export type MdsCardOptions = z.output<typeof mdsCard.schema>;
