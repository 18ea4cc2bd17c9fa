// A classifier as an ONNX model: one input [n, features] double, so that no column loses its digits on the way in; outputs
// label [n] (text) and probabilities [n, classes] float32.
// The label is the argmax of the probabilities that go out, by operators of its own: what TreeEnsembleClassifier and
// LinearClassifier call the label differs between runtimes (ONNX Runtime names the second of two classes wherever it has
// any weight). Operators: https://onnx.ai/onnx/operators (opset 17, ai.onnx.ml 3).

import { featureNamesKey } from "../artifacts/types/model/onnx-features.ts";
import { onnxModel, onnxNode, onnxValue, type ProtoMessage } from "./onnx-writer.ts";

export const onnxNames = { input: "features", label: "label", probability: "probabilities" } as const;

/** From `onnxNames.input` to `onnxNames.probability`. */
export interface GraphPart {
  readonly nodes: readonly ProtoMessage[];
  readonly constants: readonly ProtoMessage[];
}

export function classModel(options: {
  readonly name: string;
  readonly features: readonly string[];
  readonly classNames: readonly string[];
  readonly part: GraphPart;
}): Uint8Array {
  const { name, features, classNames, part } = options;
  return onnxModel({
    name: `genomecraft_${name}`,
    nodes: [
      ...part.nodes,
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
    constants: part.constants,
    inputs: [onnxValue(onnxNames.input, "double", ["n", features.length])],
    outputs: [onnxValue(onnxNames.label, "string", ["n"]), onnxValue(onnxNames.probability, "float", ["n", classNames.length])],
    metadata: { [featureNamesKey]: JSON.stringify(features) },
  });
}
