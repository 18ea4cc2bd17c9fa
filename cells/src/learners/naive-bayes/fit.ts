// Trains Gaussian naive Bayes and answers it as a model.

import type { Fit } from "../../contract/learner.ts";
import { classModel } from "../../learn/class-model.ts";
import { predictNaiveBayes, trainNaiveBayes } from "./gaussian-naive-bayes.ts";
import type { NaiveBayesOptions } from "./learner.ts";
import { naiveBayesPart } from "./to-onnx.ts";

export const fit: Fit<NaiveBayesOptions> = ({ options, matrix, classes, classCount, classWeights }) => {
  const model = trainNaiveBayes(matrix, classes, classCount, { ...options, ...(classWeights ? { classWeights } : {}) });
  const { features } = model;
  return {
    features,
    classCount,
    predict: (asked) => predictNaiveBayes(model, asked),
    importance: () => {
      const total = model.separation.reduce((sum, value) => sum + value, 0);
      return total > 0 ? model.separation.map((value) => value / total) : model.separation;
    },
    toOnnx: (classNames, shares) =>
      classModel({ name: "naive_bayes", features, classNames, shares, part: (output) => naiveBayesPart(model, output) }),
    notes: [],
  };
};
