// An ONNX file without its ZipMap, which scikit-learn's exporter puts behind a classifier by default: its output is a list
// of maps, which runtimes of JavaScript cannot hand out. What goes into it is the matrix of probabilities, and is the output
// then. Field numbers: onnx.proto3 (ModelProto.graph = 7, GraphProto.node = 1 and output = 12, NodeProto.input = 1,
// output = 2 and op_type = 4, ValueInfoProto.name = 1).

import { fieldsOf, textOfField } from "../artifacts/types/model/protobuf-fields.ts";
import { onnxValue, ProtoMessage } from "./onnx-writer.ts";

const graphField = 7;
const nodeField = 1;
const outputField = 12;

/** The same bytes where there is none. Never throws, whatever the bytes are. */
export function withoutZipMap(onnx: Uint8Array): Uint8Array {
  return changed(onnx, (field, bytes) => (field === graphField ? graphWithout(bytes) : bytes));
}

function graphWithout(graph: Uint8Array): Uint8Array {
  const inputOf = new Map<string, string>();
  for (const { field, bytes } of fieldsOf(graph))
    if (field === nodeField && bytes && textOfField(bytes, 4) === "ZipMap")
      inputOf.set(textOfField(bytes, 2), textOfField(bytes, 1));
  if (inputOf.size === 0) return graph;
  return changed(graph, (field, bytes) => {
    if (field === nodeField) return textOfField(bytes, 4) === "ZipMap" ? null : bytes;
    const input = field === outputField ? inputOf.get(textOfField(bytes, 1)) : undefined;
    return input === undefined ? bytes : onnxValue(input, "float", ["rows", "classes"]).finish();
  });
}

/** A message with other bytes in some fields of bytes; null takes the field away. */
function changed(message: Uint8Array, change: (field: number, bytes: Uint8Array) => Uint8Array | null): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { field, from, bytes } of fieldsOf(message)) {
    if (!bytes) continue;
    const next = change(field, bytes);
    if (next === bytes) continue;
    parts.push(message.subarray(at, from));
    if (next) parts.push(lengthDelimited(field, next));
    at = bytes.byteOffset - message.byteOffset + bytes.byteLength;
  }
  if (at === 0) return message;
  parts.push(message.subarray(at));
  const out = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let to = 0;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}

const lengthDelimited = (field: number, bytes: Uint8Array): Uint8Array => new ProtoMessage().bytes(field, bytes).finish();
