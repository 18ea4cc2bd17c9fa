// DBSCAN: dense stretches of whatever form; what lies sparse is of no cluster.

import { z } from "zod";
import { defineClusterMethod } from "../../contract/cluster-method.ts";
import { words } from "./words.ts";

export const dbscanCard = defineClusterMethod({
  name: "dbscan",
  version: 1,
  words,
  turned: "eps",
  mostRows: 50_000,
  settings: [{ field: "least", least: 2, most: 1_000 }],
  schema: z.strictObject({
    type: z
      .literal("dbscan")
      .meta({ title: "Type", description: "Dense rows that are near each other; others are of no cluster" }),
    eps: z.number().positive().nullable().default(null).meta({
      title: "Distance",
      description: "Rows that are no farther are neighbours; null: where the distances to neighbours bend",
    }),
    least: z.int().min(2).max(1_000).default(5).meta({
      title: "Neighbours",
      description: "With so many, itself among them, a row is the core of a cluster",
    }),
  }),
});

export type Options = z.output<typeof dbscanCard.schema>;
