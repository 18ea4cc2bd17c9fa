// A forest as an ONNX graph.

import { type GraphPart, onnxNames } from "../../learn/class-model.ts";
import { onnxConstant, onnxNode, onnxType } from "../../learn/onnx-writer.ts";
import { votesAt, votesOfTree } from "./forest-votes.ts";
import { floatBelow, type ForestModel } from "./random-forest.ts";

/** Votes are whole numbers (forest-votes.ts): their sums are exact, and so is what is divided. */
export function forestPart(model: ForestModel, output: string): GraphPart {
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
      onnxNode("Sub", [onnxNames.input, "centre"], ["off"], {}),
      onnxNode("Cast", ["off"], ["values"], { to: onnxType("float") }),
      onnxNode(
        "TreeEnsembleRegressor",
        ["values"],
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
      onnxNode("Div", ["votes", "cast"], [output], {}),
    ],
    constants: [
      onnxConstant("centre", [model.features.length], model.centre),
      onnxConstant("classes", [1], BigInt64Array.of(1n)),
    ],
  };
}
