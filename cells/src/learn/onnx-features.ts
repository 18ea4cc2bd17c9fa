// Names of the features inside an ONNX file: an entry of its metadata, a JSON list in the order of the input's columns. What
// is trained here has it, and whoever writes a file elsewhere may add it; ONNX itself knows only how many there are.
// Field numbers: onnx.proto3 (ModelProto.metadata_props = 14, StringStringEntryProto).

import { bytesOfField, textOfField } from "./protobuf-fields.ts";

export const featureNamesKey = "feature_names";

/** Null where the file does not say them. Never throws, whatever the bytes are. */
export function featureNamesOf(onnx: Uint8Array): readonly string[] | null {
  for (const entry of bytesOfField(onnx, 14)) {
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
