// Which classes an ONNX file names, in the order of its probabilities: its classifier, or the ZipMap that scikit-learn's
// exporter puts behind any model that answers probabilities.
// Field numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.node = 1, NodeProto.op_type = 4 and attribute = 5,
// AttributeProto.name = 1, ints = 8, strings = 9).

import { bytesOfField, integersOfField, textOfField } from "../artifacts/types/model/protobuf-fields.ts";

export interface OnnxLabels {
  readonly operator: string;
  readonly labels: readonly string[];
}

/**
 * Null where no node names classes, or several name other ones. A ZipMap stands behind all others, and its names are the
 * model's. Never throws, whatever the bytes are.
 */
export function onnxLabelsOf(onnx: Uint8Array): OnnxLabels | null {
  const found: OnnxLabels[] = [];
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
        if (labels.length > 0) found.push({ operator: textOfField(node, 4), labels });
      }
    }
  }
  const zip = found.find(({ operator }) => operator === "ZipMap");
  const others = found.filter((each) => each !== zip);
  const named = (zip ?? others[0])?.labels;
  if (!named) return null;
  const areAlike = zip !== undefined || others.every(({ labels }) => labels.join("\0") === named.join("\0"));
  // Of several operators, as an ensemble has them, none is the one that labels.
  return areAlike ? { operator: others.length === 1 ? (others[0]?.operator ?? "") : "", labels: named } : null;
}
