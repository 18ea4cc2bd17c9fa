// Random forest of classification trees: Breiman, Machine Learning 45:5-32, 2001.

import { z } from "zod";
import { defineLearner, learnerType } from "../../contract/learner.ts";
import { words } from "./words.ts";

export const forest = defineLearner({
  name: "forest",
  version: 2,
  task: "classification",
  algorithm: "random forest",
  isRandom: true,
  words,
  schema: z.strictObject({
    type: learnerType("forest", "Random forest"),
    trees: z.number().int().min(1).max(5_000).default(300).meta({ title: "Trees", description: "Number of trees" }),
    maxDepth: z
      .number()
      .int()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .meta({ title: "Depth at most", description: "Splits from root to leaf; null: no bound" }),
    minLeaf: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(1)
      .meta({ title: "Rows in a leaf at least", description: "A split that leaves fewer on a side is not made" }),
  }),
});

export type ForestOptions = z.output<typeof forest.schema>;
