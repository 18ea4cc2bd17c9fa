// Leiden: communities of the graph of nearest neighbours.

import { z } from "zod";
import { defineClusterMethod } from "../../contract/cluster-method.ts";
import { graphWeights } from "../../stats/clusters/neighbour-graph.ts";
import { metrics } from "../../stats/neighbours/nearest-neighbours.ts";
import { words } from "./words.ts";

export const leidenCard = defineClusterMethod({
  name: "leiden",
  version: 1,
  words,
  turned: "resolution",
  settings: [
    { field: "neighbours", least: 2, most: 200 },
    { field: "metric", choices: { euclidean: "euclidean", cosine: "cosine", correlation: "correlation" } },
    { field: "weights", choices: { umap: "umap", jaccard: "jaccard" } },
  ],
  schema: z.strictObject({
    type: z
      .literal("leiden")
      .meta({ title: "Type", description: "Communities of nearest neighbours, as single-cell tools find them" }),
    resolution: z.number().positive().max(100).nullable().default(null).meta({
      title: "Resolution",
      description: "Larger: more and smaller clusters; null: 1, as is usual",
    }),
    neighbours: z.int().min(2).max(200).default(15).meta({ title: "Neighbours", description: "Of each row, itself aside" }),
    metric: z.enum(metrics).default("euclidean").meta({ title: "Distance", description: "Between two rows" }),
    weights: z.enum(graphWeights).default("umap").meta({
      title: "Weights",
      description: "umap: how likely two rows are neighbours (scanpy); jaccard: the share of neighbours in common (Seurat)",
    }),
  }),
});

export type Options = z.output<typeof leidenCard.schema>;
