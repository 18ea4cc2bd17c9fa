// Trains a random forest and answers it as a model.

import type { Fit } from "../../contract/learner.ts";
import { classModel } from "../../learn/class-model.ts";
import { predictForest } from "./forest-votes.ts";
import { giniImportance } from "./importance.ts";
import type { ForestOptions } from "./learner.ts";
import { trainForest } from "./random-forest.ts";
import { forestPart } from "./to-onnx.ts";

export const fit: Fit<ForestOptions> = ({ options, matrix, classes, classCount, classWeights, seed, onProgress }) => {
  const model = trainForest(matrix, classes, classCount, {
    ...options,
    seed,
    ...(classWeights ? { classWeights } : {}),
    ...(onProgress ? { onTree: (done: number) => onProgress(done / options.trees) } : {}),
  });
  const { features } = model;
  return {
    features,
    classCount,
    predict: (asked) => predictForest(model, asked),
    importance: () => giniImportance(model),
    toOnnx: (classNames, shares) =>
      classModel({ name: "forest", features, classNames, shares, part: (output) => forestPart(model, output) }),
    notes: [],
  };
};
