// Logistic regression as an ONNX graph.

import { type GraphPart, onnxNames } from "../../learn/class-model.ts";
import { onnxConstant, onnxNode, onnxType } from "../../learn/onnx-writer.ts";
import type { LogisticModel } from "./logistic-regression.ts";

/** In double: weights of features far from 0 cancel against the intercept, which costs float32 its digits. */
export function logisticPart(model: LogisticModel): GraphPart {
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
