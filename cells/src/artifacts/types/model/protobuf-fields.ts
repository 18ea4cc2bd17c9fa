// The fields of a protobuf message, as far as reading ONNX files asks: texts, messages and packed lists as bytes, integers
// as bigint. https://protobuf.dev/programming-guides/encoding/

export type ProtobufField = { readonly field: number /** Of the whole field in its message. */; readonly from: number } & (
  | { readonly bytes: Uint8Array; readonly integer?: undefined }
  | { readonly bytes?: undefined; readonly integer: bigint }
);

/** Ends where the bytes make no sense; never throws. */
export function* fieldsOf(message: Uint8Array): Generator<ProtobufField> {
  const reader = { at: 0 };
  while (reader.at < message.length) {
    const from = reader.at;
    const tag = Number(varint(message, reader));
    const field = Math.floor(tag / 8);
    const wire = tag % 8;
    if (wire === 0) yield { field, from, integer: BigInt.asIntN(64, varint(message, reader)) };
    else if (wire === 1) reader.at += 8;
    else if (wire === 5) reader.at += 4;
    else if (wire === 2) {
      const length = Number(varint(message, reader));
      const { at } = reader;
      if (at + length > message.length) return;
      yield { field, from, bytes: message.subarray(at, at + length) };
      reader.at = at + length;
    } else return;
  }
}

/** The messages or texts of one field. */
export function* bytesOfField(message: Uint8Array, field: number): Generator<Uint8Array> {
  for (const each of fieldsOf(message)) if (each.field === field && each.bytes) yield each.bytes;
}

/** A repeated int64, packed or not: writers do both. */
export function integersOfField(message: Uint8Array, field: number): bigint[] {
  const out: bigint[] = [];
  for (const each of fieldsOf(message)) {
    if (each.field !== field) continue;
    if (each.bytes === undefined) out.push(each.integer);
    else for (const reader = { at: 0 }; reader.at < each.bytes.length; ) out.push(BigInt.asIntN(64, varint(each.bytes, reader)));
  }
  return out;
}

export function textOfField(message: Uint8Array, field: number): string {
  for (const bytes of bytesOfField(message, field)) return new TextDecoder().decode(bytes);
  return "";
}

function varint(bytes: Uint8Array, reader: { at: number }): bigint {
  let low = 0;
  let scale = 1;
  // Up to seven groups fit a double exactly; the rest is for negative and enormous numbers.
  for (let group = 0; group < 7 && reader.at < bytes.length; group += 1) {
    const byte = bytes[reader.at++] as number;
    low += (byte & 127) * scale;
    if (byte < 128) return BigInt(low);
    scale *= 128;
  }
  let value = BigInt(low);
  for (let shift = 49n; reader.at < bytes.length && shift < 70n; shift += 7n) {
    const byte = bytes[reader.at++] as number;
    value += BigInt(byte & 127) << shift;
    if (byte < 128) break;
  }
  return value;
}
