// Names of the features inside an ONNX file: an entry of its metadata, a JSON list in the order of the input's columns. What
// is trained here has it, and whoever writes a file elsewhere may add it; ONNX itself knows only how many there are.
// Field numbers: onnx.proto3 (ModelProto.metadata_props = 14, StringStringEntryProto).

import { bytesOfField, fieldsOf, textOfField } from "./protobuf-fields.ts";

export const featureNamesKey = "feature_names";

const metadataField = 14;

/** Null where the file does not say them. Never throws, whatever the bytes are. */
export function featureNamesOf(onnx: Uint8Array): readonly string[] | null {
  for (const entry of bytesOfField(onnx, metadataField)) {
    if (textOfField(entry, 1) !== featureNamesKey) continue;
    try {
      const names: unknown = JSON.parse(textOfField(entry, 2));
      return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** The same file without them. */
export function withoutFeatureNames(onnx: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { field, from, bytes } of fieldsOf(onnx)) {
    if (field !== metadataField || !bytes || textOfField(bytes, 1) !== featureNamesKey) continue;
    kept.push(onnx.subarray(at, from));
    at = bytes.byteOffset - onnx.byteOffset + bytes.byteLength;
  }
  if (at === 0) return onnx;
  kept.push(onnx.subarray(at));
  const out = new Uint8Array(kept.reduce((size, part) => size + part.length, 0));
  let to = 0;
  for (const part of kept) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}
