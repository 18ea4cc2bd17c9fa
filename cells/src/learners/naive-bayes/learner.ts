// Gaussian naive Bayes: each feature is normal within each class, and independent of the others.

import { z } from "zod";
import { defineLearner, learnerType } from "../../contract/learner.ts";
import { words } from "./words.ts";

export const naiveBayes = defineLearner({
  name: "naive-bayes",
  version: 1,
  task: "classification",
  algorithm: "Gaussian naive Bayes",
  isRandom: false,
  words,
  schema: z.strictObject({
    type: learnerType("naive-bayes", "Gaussian naive Bayes: a normal distribution for each feature in each class"),
    smoothing: z.number().min(0).max(1).default(1e-9).meta({
      title: "Variance added",
      description: "This share of the largest variance of any feature is added to every variance",
    }),
    equalPriors: z.boolean().default(false).meta({
      title: "Classes equally likely",
      description: "true: before a row is seen, every class is as likely; false: as frequent as in the training rows",
    }),
  }),
});

export type NaiveBayesOptions = z.output<typeof naiveBayes.schema>;
