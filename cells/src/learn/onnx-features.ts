// Names of the features inside an ONNX file: an entry of its metadata, a JSON list in the order of the input's columns. What
// is trained here has it, and whoever writes a file elsewhere may add it; ONNX itself knows only how many there are.
// Field numbers: onnx.proto3 (ModelProto.metadata_props = 14, StringStringEntryProto).

export const featureNamesKey = "feature_names";

/** Null where the file does not say them. Never throws, whatever the bytes are. */
export function featureNamesOf(onnx: Uint8Array): readonly string[] | null {
  for (const entry of fieldsOf(onnx)) {
    if (entry.field !== 14) continue;
    const [key, value] = [1, 2].map((field) => {
      const found = [...fieldsOf(entry.bytes)].find((each) => each.field === field);
      return found ? new TextDecoder().decode(found.bytes) : "";
    });
    if (key !== featureNamesKey) continue;
    try {
      const names: unknown = JSON.parse(value ?? "");
      return Array.isArray(names) && names.every((name) => typeof name === "string") ? names : null;
    } catch {
      return null;
    }
  }
  return null;
}

/** The fields of a protobuf message that hold bytes; ends where the bytes make no sense. */
function* fieldsOf(message: Uint8Array): Generator<{ readonly field: number; readonly bytes: Uint8Array }> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; at < message.length; scale *= 128) {
      const byte = message[at++] as number;
      value += (byte & 127) * scale;
      if (byte < 128) break;
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = varint();
      if (at + length > message.length) return;
      yield { field: Math.floor(tag / 8), bytes: message.subarray(at, at + length) };
      at += length;
    } else return;
  }
}
