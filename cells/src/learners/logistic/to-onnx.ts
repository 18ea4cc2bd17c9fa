// Logistic regression as an ONNX graph.

import { type GraphPart, onnxNames } from "../../learn/class-model.ts";
import { onnxConstant, onnxNode, onnxType } from "../../learn/onnx-writer.ts";
import type { LogisticModel } from "./logistic-regression.ts";

/** In double and around the centre: features far from 0 keep their digits. */
export function logisticPart(model: LogisticModel, output: string): GraphPart {
  const width = model.features.length;
  const weights = new Float64Array(width * model.classCount);
  for (let f = 0; f < width; f += 1)
    for (let c = 0; c < model.classCount; c += 1) weights[f * model.classCount + c] = model.weights[c * width + f] as number;
  return {
    nodes: [
      onnxNode("Sub", [onnxNames.input, "centre"], ["off"], {}),
      onnxNode("MatMul", ["off", "weights"], ["weighted"], {}),
      onnxNode("Add", ["weighted", "intercepts"], ["scores"], {}),
      onnxNode("Softmax", ["scores"], ["shares"], { axis: { int: 1 } }),
      onnxNode("Cast", ["shares"], [output], { to: onnxType("float") }),
    ],
    constants: [
      onnxConstant("centre", [width], model.centre),
      onnxConstant("weights", [width, model.classCount], weights),
      onnxConstant("intercepts", [model.classCount], model.intercepts),
    ],
  };
}
