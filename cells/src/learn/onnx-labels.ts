// Which classes an ONNX file's classifier names, in the order of its probabilities, and which operator names them.
// Field numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.node = 1, NodeProto.op_type = 4 and attribute = 5,
// AttributeProto.name = 1, ints = 8, strings = 9).

import { bytesOfField, integersOfField, textOfField } from "../artifacts/types/model/protobuf-fields.ts";

export interface OnnxLabels {
  readonly operator: string;
  readonly labels: readonly string[];
}

/** Null where no node, or more than one, names classes. Never throws, whatever the bytes are. */
export function onnxLabelsOf(onnx: Uint8Array): OnnxLabels | null {
  let found: OnnxLabels | null = null;
  for (const graph of bytesOfField(onnx, 7)) {
    for (const node of bytesOfField(graph, 1)) {
      for (const attribute of bytesOfField(node, 5)) {
        const name = textOfField(attribute, 1);
        let labels: readonly string[] = [];
        if (name === "classlabels_strings") {
          labels = Array.from(bytesOfField(attribute, 9), (text) => new TextDecoder().decode(text));
        } else if (name === "classlabels_int64s" || name === "classlabels_ints") {
          labels = integersOfField(attribute, 8).map(String);
        }
        if (labels.length === 0) continue;
        if (found) return null;
        found = { operator: textOfField(node, 4), labels };
      }
    }
  }
  return found;
}
