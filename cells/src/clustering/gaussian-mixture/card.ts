// A mixture of Gaussians: clusters as clouds with widths and directions of their own.

import { z } from "zod";
import { defineClusterMethod } from "../../contract/cluster-method.ts";
import { spreads } from "../../stats/clusters/mixture-from.ts";
import { k, starts } from "../parts/fields.ts";
import { words } from "./words.ts";

export const gaussianMixtureCard = defineClusterMethod({
  name: "gaussian-mixture",
  version: 1,
  words,
  turned: "k",
  settings: [
    { field: "spread", choices: { full: "full", tied: "tied", diag: "diag", spherical: "spherical" } },
    { field: "starts", least: 1, most: 100 },
  ],
  schema: z.strictObject({
    type: z
      .literal("gaussian-mixture")
      .meta({ title: "Type", description: "Clouds with a centre, a spread and a weight each (EM)" }),
    k,
    spread: z.enum(spreads).default("full").meta({
      title: "Spread",
      description: "full: each its own ellipsoid; tied: one of all; diag: along the axes; spherical: balls",
    }),
    starts: starts(3),
  }),
});

export type Options = z.output<typeof gaussianMixtureCard.schema>;
