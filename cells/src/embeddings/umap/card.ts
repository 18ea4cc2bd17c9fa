// UMAP: neighbours stay together, and groups are parted.

import { z } from "zod";
import { defineEmbedding } from "../../contract/embedding.ts";
import { metrics } from "../../stats/neighbours/nearest-neighbours.ts";
import { axes, of } from "../parts/fields.ts";
import { words } from "./words.ts";

export const umapCard = defineEmbedding({
  name: "umap",
  version: 1,
  // Equal seeds give equal bytes on one machine; its pulls and pushes are sensitive to the last digit of a power elsewhere.
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  axisName: "UMAP",
  placesNew: true,
  words,
  schema: z.strictObject({
    type: z.literal("umap").meta({ title: "Type", description: "UMAP" }),
    of: of("components"),
    neighbours: z.number().int().min(2).max(500).default(15).meta({
      title: "Neighbours",
      description: "How many count as near, the row itself among them: few show detail, many the whole",
    }),
    metric: z.enum(metrics).default("euclidean").meta({
      title: "Distance",
      description: "euclidean; cosine: 1 less the cosine of the angle; correlation: the same of rows less their means",
    }),
    leastDistance: z.number().min(0).max(3).default(0.1).meta({
      title: "Least distance",
      description: "How near points of the map may come: small parts groups more",
    }),
    spread: z.number().positive().max(10).default(1).meta({ title: "Spread", description: "The scale of the map" }),
    axes,
    epochs: z.number().int().min(10).max(10_000).nullable().default(null).meta({
      title: "Rounds",
      description: "Null: 500 up to 10,000 rows, 200 beyond",
    }),
    seed: z
      .number()
      .int()
      .min(0)
      .max(4_294_967_295)
      .default(1)
      .meta({ title: "Seed", description: "Equal seeds give equal maps" }),
  }),
});

export type UmapCardOptions = z.output<typeof umapCard.schema>;
