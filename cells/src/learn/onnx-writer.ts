// Writes ONNX models: the few messages of onnx.proto3 that we need, in protobuf wire format.
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3 (IR version 8, opset 17, ai.onnx.ml 3).

const utf8 = new TextEncoder();

/** One protobuf message under construction. */
export class ProtoMessage {
  private readonly parts: Uint8Array[] = [];

  private varint(value: number | bigint): void {
    let rest = BigInt.asUintN(64, BigInt(value));
    const bytes: number[] = [];
    while (rest > 127n) {
      bytes.push(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    bytes.push(Number(rest));
    this.parts.push(Uint8Array.from(bytes));
  }
  integer(field: number, value: number | bigint): this {
    this.varint((field << 3) | 0);
    this.varint(value);
    return this;
  }
  bytes(field: number, value: Uint8Array): this {
    this.varint((field << 3) | 2);
    this.varint(value.length);
    this.parts.push(value);
    return this;
  }
  text(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }
  message(field: number, value: ProtoMessage): this {
    return this.bytes(field, value.finish());
  }
  floats(field: number, values: ArrayLike<number>): this {
    const packed = Float32Array.from(values);
    return this.bytes(field, new Uint8Array(packed.buffer));
  }
  integers(field: number, values: ArrayLike<number>): this {
    const packed = new ProtoMessage();
    for (let i = 0; i < values.length; i += 1) packed.varint(values[i] as number);
    return this.bytes(field, packed.finish());
  }
  finish(): Uint8Array {
    const whole = new Uint8Array(this.parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

export type OnnxAttribute =
  | { readonly ints: ArrayLike<number> }
  | { readonly floats: ArrayLike<number> }
  | { readonly strings: readonly string[] }
  | { readonly string: string }
  | { readonly int: number };

const attribute = (name: string, value: OnnxAttribute): ProtoMessage => {
  const out = new ProtoMessage().text(1, name);
  if ("int" in value) return out.integer(3, value.int).integer(20, 2);
  if ("string" in value) return out.text(4, value.string).integer(20, 3);
  if ("floats" in value) return out.floats(7, value.floats).integer(20, 6);
  if ("ints" in value) return out.integers(8, value.ints).integer(20, 7);
  for (const text of value.strings) out.text(9, text);
  return out.integer(20, 8);
};

/** A node of the graph; `domain` "ai.onnx.ml" for classical models. */
export function onnxNode(
  operator: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: { readonly [name: string]: OnnxAttribute },
  domain = "",
): ProtoMessage {
  const node = new ProtoMessage();
  for (const input of inputs) node.text(1, input);
  for (const output of outputs) node.text(2, output);
  node.text(3, `${operator}_${outputs[0] ?? ""}`).text(4, operator);
  for (const [name, value] of Object.entries(attributes)) node.message(5, attribute(name, value));
  return domain ? node.text(7, domain) : node;
}

const elementTypes = { float: 1, int64: 7, string: 8, double: 11 } as const;

/** What an attribute calls a type of numbers, as `to` of Cast. */
export const onnxType = (type: keyof typeof elementTypes): OnnxAttribute => ({ int: elementTypes[type] });

/** A constant of the graph, row-major. */
export function onnxConstant(name: string, dims: readonly number[], values: Float64Array | BigInt64Array): ProtoMessage {
  const tensor = new ProtoMessage();
  for (const dim of dims) tensor.integer(1, dim);
  return tensor
    .integer(2, values instanceof Float64Array ? elementTypes.double : elementTypes.int64)
    .text(8, name)
    .bytes(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

/** Name, element type and shape of an input or output; a text dimension is free. */
export function onnxValue(name: string, type: keyof typeof elementTypes, dims: readonly (number | string)[]): ProtoMessage {
  const shape = new ProtoMessage();
  for (const dim of dims) {
    const one = new ProtoMessage();
    shape.message(1, typeof dim === "string" ? one.text(2, dim) : one.integer(1, dim));
  }
  const tensor = new ProtoMessage().integer(1, elementTypes[type]).message(2, shape);
  return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
}

export function onnxModel(options: {
  readonly name: string;
  readonly nodes: readonly ProtoMessage[];
  readonly constants: readonly ProtoMessage[];
  readonly inputs: readonly ProtoMessage[];
  readonly outputs: readonly ProtoMessage[];
  readonly metadata: { readonly [key: string]: string };
}): Uint8Array {
  const graph = new ProtoMessage();
  for (const node of options.nodes) graph.message(1, node);
  graph.text(2, options.name);
  for (const constant of options.constants) graph.message(5, constant);
  for (const input of options.inputs) graph.message(11, input);
  for (const output of options.outputs) graph.message(12, output);
  const opset = (domain: string, version: number) => new ProtoMessage().text(1, domain).integer(2, version);
  const model = new ProtoMessage()
    .integer(1, 8)
    .text(2, "genomecraft")
    .message(7, graph)
    .message(8, opset("", 17))
    .message(8, opset("ai.onnx.ml", 3));
  for (const [key, value] of Object.entries(options.metadata)) model.message(14, new ProtoMessage().text(1, key).text(2, value));
  return model.finish();
}
