// A classifier as an ONNX model: one input [n, features] float32; outputs label [n] (text) and probabilities [n, classes].
// The label is the argmax of the probabilities that go out, by operators of its own: what TreeEnsembleClassifier and
// LinearClassifier call the label differs between runtimes (ONNX Runtime names the second of two classes wherever it has
// any weight). Operators: https://onnx.ai/onnx/operators (opset 17, ai.onnx.ml 3).

import type { Classifier } from "./classifier.ts";
import { votesAt, votesOfTree } from "./forest-votes.ts";
import type { LogisticModel } from "./logistic-regression.ts";
import { featureNamesKey } from "./onnx-features.ts";
import { onnxConstant, onnxModel, onnxNode, onnxType, onnxValue, type ProtoMessage } from "./onnx-writer.ts";
import { floatBelow, type ForestModel } from "./random-forest.ts";

export const onnxNames = { input: "features", label: "label", probability: "probabilities" } as const;

interface GraphPart {
  readonly nodes: readonly ProtoMessage[];
  readonly constants: readonly ProtoMessage[];
}

export function classifierToOnnx(model: Classifier, classNames: readonly string[]): Uint8Array {
  const { nodes, constants } = model.kind === "logistic" ? logisticPart(model) : forestPart(model);
  return onnxModel({
    name: `genomecraft_${model.kind}`,
    nodes: [
      ...nodes,
      onnxNode("ArgMax", [onnxNames.probability], ["class"], {
        axis: { int: 1 },
        keepdims: { int: 0 },
        select_last_index: { int: 0 },
      }),
      onnxNode(
        "LabelEncoder",
        ["class"],
        [onnxNames.label],
        { keys_int64s: { ints: [...classNames.keys()] }, values_strings: { strings: classNames } },
        "ai.onnx.ml",
      ),
    ],
    constants,
    inputs: [onnxValue(onnxNames.input, "float", ["n", model.features.length])],
    outputs: [onnxValue(onnxNames.label, "string", ["n"]), onnxValue(onnxNames.probability, "float", ["n", model.classCount])],
    metadata: { [featureNamesKey]: JSON.stringify(model.features) },
  });
}

/** In double: weights of features far from 0 cancel against the intercept, which costs float32 its digits. */
function logisticPart(model: LogisticModel): GraphPart {
  const width = model.features.length;
  const weights = new Float64Array(width * model.classCount);
  for (let f = 0; f < width; f += 1)
    for (let c = 0; c < model.classCount; c += 1) weights[f * model.classCount + c] = model.weights[c * width + f] as number;
  return {
    nodes: [
      onnxNode("Cast", [onnxNames.input], ["values"], { to: onnxType("double") }),
      onnxNode("MatMul", ["values", "weights"], ["weighted"], {}),
      onnxNode("Add", ["weighted", "intercepts"], ["scores"], {}),
      onnxNode("Softmax", ["scores"], ["shares"], { axis: { int: 1 } }),
      onnxNode("Cast", ["shares"], [onnxNames.probability], { to: onnxType("float") }),
    ],
    constants: [
      onnxConstant("weights", [width, model.classCount], weights),
      onnxConstant("intercepts", [model.classCount], model.intercepts),
    ],
  };
}

/** Votes are whole numbers (forest-votes.ts): their sums are exact, and so is what is divided. */
function forestPart(model: ForestModel): GraphPart {
  const votes = votesOfTree(model);
  const ids = {
    tree: [] as number[],
    node: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    yes: [] as number[],
    no: [] as number[],
  };
  const modes: string[] = [];
  const leaf = { tree: [] as number[], node: [] as number[], class: [] as number[], votes: [] as number[] };
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
      votesAt(tree, node, model.classCount, votes).forEach((count, c) => {
        leaf.tree.push(at);
        leaf.node.push(node);
        leaf.class.push(c);
        leaf.votes.push(count);
      });
    }
  });
  return {
    nodes: [
      onnxNode(
        "TreeEnsembleRegressor",
        [onnxNames.input],
        ["votes"],
        {
          nodes_treeids: { ints: ids.tree },
          nodes_nodeids: { ints: ids.node },
          nodes_featureids: { ints: ids.feature },
          nodes_values: { floats: ids.value },
          nodes_modes: { strings: modes },
          nodes_truenodeids: { ints: ids.yes },
          nodes_falsenodeids: { ints: ids.no },
          target_treeids: { ints: leaf.tree },
          target_nodeids: { ints: leaf.node },
          target_ids: { ints: leaf.class },
          target_weights: { floats: leaf.votes },
          n_targets: { int: model.classCount },
          aggregate_function: { string: "SUM" },
          post_transform: { string: "NONE" },
        },
        "ai.onnx.ml",
      ),
      onnxNode("ReduceSum", ["votes", "classes"], ["cast"], { keepdims: { int: 1 } }),
      onnxNode("Div", ["votes", "cast"], [onnxNames.probability], {}),
    ],
    constants: [onnxConstant("classes", [1], BigInt64Array.of(1n))],
  };
}
