// Logistic regression with an L2 penalty, multinomial for more than two classes.

import { z } from "zod";
import { defineLearner, learnerType } from "../../contract/learner.ts";
import { words } from "./words.ts";

export const logistic = defineLearner({
  name: "logistic",
  version: 2,
  task: "classification",
  algorithm: "logistic regression",
  isRandom: false,
  words,
  schema: z.strictObject({
    type: learnerType("logistic", "Logistic regression with an L2 penalty, multinomial for more than two classes"),
    c: z.number().positive().max(1e6).default(1).meta({ title: "C", description: "Inverse strength of the L2 penalty" }),
    standardise: z.boolean().default(true).meta({
      title: "Standardise features",
      description: "To mean 0 and standard deviation 1 of the training rows of each fold",
    }),
  }),
});

export type LogisticOptions = z.output<typeof logistic.schema>;
