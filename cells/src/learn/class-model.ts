// A classifier as an ONNX model: one input [n, features] double, so that no column loses its digits on the way in; outputs
// label [n] (text) and probabilities [n, classes] float32.
// The label is the argmax of the probabilities that go out, by operators of its own: what TreeEnsembleClassifier and
// LinearClassifier call the label differs between runtimes (ONNX Runtime names the second of two classes wherever it has
// any weight). Operators: https://onnx.ai/onnx/operators (opset 17, ai.onnx.ml 3).

import { featureNamesKey } from "../artifacts/types/model/onnx-features.ts";
import { onnxConstant, onnxModel, onnxNode, onnxType, onnxValue, type ProtoMessage } from "./onnx-writer.ts";

export const onnxNames = { input: "features", label: "label", probability: "probabilities" } as const;

/** From `onnxNames.input` to the output that it is told. */
export interface GraphPart {
  readonly nodes: readonly ProtoMessage[];
  readonly constants: readonly ProtoMessage[];
}

export function classModel(options: {
  readonly name: string;
  readonly features: readonly string[];
  readonly classNames: readonly string[];
  readonly part: (output: string) => GraphPart;
  readonly shares?: Float64Array | undefined;
}): Uint8Array {
  const { name, features, classNames, shares } = options;
  const part = shares ? withSharesIn(options.part, shares) : options.part(onnxNames.probability);
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

/** The part's probabilities times a number for each class, summing to 1 again (learn/shares-before.ts). */
function withSharesIn(part: (output: string) => GraphPart, shares: Float64Array): GraphPart {
  const { nodes, constants } = part("balanced");
  return {
    nodes: [
      ...nodes,
      onnxNode("Cast", ["balanced"], ["balanced_double"], { to: onnxType("double") }),
      onnxNode("Mul", ["balanced_double", "shares_before"], ["weighed"], {}),
      onnxNode("ReduceSum", ["weighed", "class_axis"], ["weighed_sum"], { keepdims: { int: 1 } }),
      onnxNode("Div", ["weighed", "weighed_sum"], ["weighed_shares"], {}),
      onnxNode("Cast", ["weighed_shares"], [onnxNames.probability], { to: onnxType("float") }),
    ],
    constants: [
      ...constants,
      onnxConstant("shares_before", [1, shares.length], shares),
      onnxConstant("class_axis", [1], BigInt64Array.of(1n)),
    ],
  };
}
