// Gaussian naive Bayes as an ONNX graph: two products around the centre, in double, and a softmax.

import { type GraphPart, onnxNames } from "../../learn/class-model.ts";
import { onnxConstant, onnxNode, onnxType } from "../../learn/onnx-writer.ts";
import type { NaiveBayesModel } from "./gaussian-naive-bayes.ts";

export function naiveBayesPart(model: NaiveBayesModel, output: string): GraphPart {
  const { classCount } = model;
  const width = model.features.length;
  return {
    nodes: [
      onnxNode("Sub", [onnxNames.input, "centre"], ["off"], {}),
      onnxNode("Mul", ["off", "off"], ["squared"], {}),
      onnxNode("MatMul", ["squared", "quadratic"], ["spread"], {}),
      onnxNode("MatMul", ["off", "linear"], ["shift"], {}),
      onnxNode("Add", ["spread", "shift"], ["both"], {}),
      onnxNode("Add", ["both", "constant"], ["scores"], {}),
      onnxNode("Softmax", ["scores"], ["shares"], { axis: { int: 1 } }),
      onnxNode("Cast", ["shares"], [output], { to: onnxType("float") }),
    ],
    constants: [
      onnxConstant("centre", [width], model.centre),
      onnxConstant("quadratic", [width, classCount], turned(model.quadratic, classCount, width)),
      onnxConstant("linear", [width, classCount], turned(model.linear, classCount, width)),
      onnxConstant("constant", [classCount], model.constant),
    ],
  };
}

/** classes x features as features x classes. */
function turned(values: Float64Array, classCount: number, width: number): Float64Array {
  const out = new Float64Array(values.length);
  for (let k = 0; k < classCount; k += 1)
    for (let f = 0; f < width; f += 1) out[f * classCount + k] = values[k * width + f] as number;
  return out;
}
