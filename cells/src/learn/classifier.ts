// The classifiers as one: train, predict, write as ONNX. What the platform trains it exports, and ONNX is what it runs.

import { assertNever } from "../base/invariant.ts";
import type { DesignMatrix } from "./design-matrix.ts";
import { predictLogistic, trainLogistic, type LogisticModel } from "./logistic-regression.ts";
import { featureNamesKey } from "./onnx-features.ts";
import { onnxModel, onnxNode, onnxValue } from "./onnx-writer.ts";
import { floatBelow, predictForest, trainForest, type ForestModel } from "./random-forest.ts";

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

export const onnxNames = { input: "features", label: "label", probability: "probabilities" } as const;

/** One input [n, features] float32; outputs label [n] (text) and probabilities [n, classes]. */
export function classifierToOnnx(model: Classifier, classNames: readonly string[]): Uint8Array {
  const width = model.features.length;
  const outputs = [onnxNames.label, onnxNames.probability];
  const node =
    model.kind === "logistic"
      ? onnxNode(
          "LinearClassifier",
          [onnxNames.input],
          outputs,
          {
            coefficients: { floats: model.weights },
            intercepts: { floats: model.intercepts },
            classlabels_strings: { strings: classNames },
            multi_class: { int: 1 },
            post_transform: { string: "SOFTMAX" },
          },
          "ai.onnx.ml",
        )
      : forestNode(model, classNames, outputs);
  return onnxModel({
    name: `genomecraft_${model.kind}`,
    nodes: [node],
    inputs: [onnxValue(onnxNames.input, "float", ["n", width])],
    outputs: [onnxValue(onnxNames.label, "string", ["n"]), onnxValue(onnxNames.probability, "float", ["n", model.classCount])],
    metadata: { [featureNamesKey]: JSON.stringify(model.features) },
  });
}

function forestNode(model: ForestModel, classNames: readonly string[], outputs: readonly string[]) {
  const ids = {
    tree: [] as number[],
    node: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    yes: [] as number[],
    no: [] as number[],
  };
  const modes: string[] = [];
  const leaf = { tree: [] as number[], node: [] as number[], class: [] as number[], weight: [] as number[] };
  model.trees.forEach((tree, at) => {
    for (let node = 0; node < tree.feature.length; node += 1) {
      const f = tree.feature[node] as number;
      ids.tree.push(at);
      ids.node.push(node);
      ids.feature.push(Math.max(0, f));
      ids.value.push(f < 0 ? 0 : floatBelow(tree.threshold[node] as number));
      ids.yes.push(tree.left[node] as number);
      ids.no.push(tree.right[node] as number);
      modes.push(f < 0 ? "LEAF" : "BRANCH_LEQ");
      if (f >= 0) continue;
      for (let c = 0; c < model.classCount; c += 1) {
        leaf.tree.push(at);
        leaf.node.push(node);
        leaf.class.push(c);
        leaf.weight.push((tree.share[node * model.classCount + c] as number) / model.trees.length);
      }
    }
  });
  return onnxNode(
    "TreeEnsembleClassifier",
    [onnxNames.input],
    outputs,
    {
      nodes_treeids: { ints: ids.tree },
      nodes_nodeids: { ints: ids.node },
      nodes_featureids: { ints: ids.feature },
      nodes_values: { floats: ids.value },
      nodes_modes: { strings: modes },
      nodes_truenodeids: { ints: ids.yes },
      nodes_falsenodeids: { ints: ids.no },
      class_treeids: { ints: leaf.tree },
      class_nodeids: { ints: leaf.node },
      class_ids: { ints: leaf.class },
      class_weights: { floats: leaf.weight },
      classlabels_strings: { strings: classNames },
      post_transform: { string: "NONE" },
    },
    "ai.onnx.ml",
  );
}
