// The classifiers as one: train, predict, what counts. What the platform trains it exports (classifier-to-onnx.ts).

import { assertNever } from "../base/invariant.ts";
import type { DesignMatrix } from "./design-matrix.ts";
import { predictLogistic, trainLogistic, type LogisticModel } from "./logistic-regression.ts";
import { predictForest } from "./forest-votes.ts";
import { trainForest, type ForestModel } from "./random-forest.ts";

export type ClassifierSpec =
  | { readonly type: "logistic"; readonly c: number; readonly standardise: boolean }
  | { readonly type: "forest"; readonly trees: number; readonly maxDepth: number | null; readonly minLeaf: number };

export type Classifier = LogisticModel | ForestModel;

export interface TrainOptions {
  readonly seed: number;
  /** Share of this training that is done; answering false stops it. */
  readonly onProgress?: (fraction: number) => boolean;
}

export function trainClassifier(
  spec: ClassifierSpec,
  matrix: DesignMatrix,
  classes: Int32Array,
  classCount: number,
  options: TrainOptions,
): Classifier {
  switch (spec.type) {
    case "logistic":
      return trainLogistic(matrix, classes, classCount, spec);
    case "forest":
      return trainForest(matrix, classes, classCount, {
        ...spec,
        seed: options.seed,
        ...(options.onProgress ? { onTree: (done: number) => options.onProgress?.(done / spec.trees) ?? true } : {}),
      });
    default:
      return assertNever(spec);
  }
}

/** rows x classes probabilities, row-major. */
export function predictClassifier(model: Classifier, matrix: DesignMatrix): Float64Array {
  return model.kind === "logistic" ? predictLogistic(model, matrix) : predictForest(model, matrix);
}

/** How much each feature counts: absolute weight per standard deviation is not kept, so |weight| for logistic; mean Gini decrease for forests. Sums to 1. */
export function featureImportance(model: Classifier): Float64Array {
  const width = model.features.length;
  const out = new Float64Array(width);
  if (model.kind === "logistic") {
    for (let k = 0; k < model.classCount; k += 1)
      for (let f = 0; f < width; f += 1) out[f] = (out[f] as number) + Math.abs(model.weights[k * width + f] as number);
  } else {
    const gini = (share: Float64Array, node: number): number => {
      let rest = 1;
      for (let c = 0; c < model.classCount; c += 1) rest -= (share[node * model.classCount + c] as number) ** 2;
      return rest;
    };
    for (const tree of model.trees) {
      for (let node = 0; node < tree.feature.length; node += 1) {
        const f = tree.feature[node] as number;
        if (f < 0) continue;
        const [l, r] = [tree.left[node] as number, tree.right[node] as number];
        const drop =
          (tree.cover[node] as number) * gini(tree.share, node) -
          (tree.cover[l] as number) * gini(tree.share, l) -
          (tree.cover[r] as number) * gini(tree.share, r);
        out[f] = (out[f] as number) + drop / (tree.cover[0] as number);
      }
    }
  }
  const sum = out.reduce((total, value) => total + value, 0);
  return sum > 0 ? out.map((value) => value / sum) : out;
}
