// Trains a logistic regression and answers it as a model.

import type { Fit } from "../../contract/learner.ts";
import { classModel } from "../../learn/class-model.ts";
import type { LogisticOptions } from "./learner.ts";
import { predictLogistic, standardisedWeights, trainLogistic } from "./logistic-regression.ts";
import { logisticPart } from "./to-onnx.ts";
import { words } from "./words.ts";

export const fit: Fit<LogisticOptions> = ({ options, matrix, classes, classCount, classWeights }) => {
  const model = trainLogistic(matrix, classes, classCount, { ...options, ...(classWeights ? { classWeights } : {}) });
  const { features } = model;
  return {
    features,
    classCount,
    predict: (asked) => predictLogistic(model, asked),
    importance: () => standardisedWeights(model),
    toOnnx: (classNames, shares) =>
      classModel({ name: "logistic", features, classNames, shares, part: (output) => logisticPart(model, output) }),
    notes: model.converged ? [] : [words.sentence("not-converged", { iterations: model.iterations })],
  };
};
