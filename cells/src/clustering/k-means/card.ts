// k-means: round clusters of like size around their means.

import { z } from "zod";
import { defineClusterMethod } from "../../contract/cluster-method.ts";
import { k, starts } from "../parts/fields.ts";
import { words } from "./words.ts";

export const kMeansCard = defineClusterMethod({
  name: "k-means",
  version: 1,
  words,
  turned: "k",
  settings: [{ field: "starts", least: 1, most: 500 }],
  schema: z.strictObject({
    type: z.literal("k-means").meta({ title: "Type", description: "Around means (k-means++, many starts)" }),
    k,
    starts: starts(25),
  }),
});

export type Options = z.output<typeof kMeansCard.schema>;
