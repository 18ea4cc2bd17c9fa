// Hierarchical clustering: a tree of merges, cut.

import { z } from "zod";
import { defineClusterMethod } from "../../contract/cluster-method.ts";
import { distances } from "../../stats/clusters/distances.ts";
import { linkages } from "../../stats/clusters/joined.ts";
import { k } from "../parts/fields.ts";
import { words } from "./words.ts";

export const hierarchical = defineClusterMethod({
  name: "hierarchical",
  version: 2,
  words,
  turned: "k",
  mostRows: 6_000,
  settings: [
    { field: "linkage", choices: { ward: "ward", average: "average", complete: "complete", single: "single" } },
    {
      field: "distance",
      choices: { euclidean: "euclidean", manhattan: "manhattan", pearson: "pearson", spearman: "spearman" },
    },
  ],
  schema: z.strictObject({
    type: z.literal("hierarchical").meta({ title: "Type", description: "A tree of merges, as R's hclust, cut into clusters" }),
    k,
    linkage: z
      .enum(linkages)
      .default("ward")
      .meta({ title: "Linkage", description: "How far two clusters are from each other; ward is R's ward.D2" }),
    distance: z.enum(distances).default("euclidean").meta({ title: "Distance", description: "Between two rows" }),
  }),
});

export type Options = z.output<typeof hierarchical.schema>;
