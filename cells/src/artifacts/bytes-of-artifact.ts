// One artifact as one run of bytes and back: a JSON header, then its buffers, each aligned to 8 so that reading makes views
// and no copies. The format of the wire between worker, kernel and server, and of artifacts at rest that are no tables.
//
//   "GCA1" | u32 length of the header | header (JSON, padded with spaces to 8) | buffers, each padded with zeros to 8

import type { Artifact, Assay, Column, Table } from "./artifact.ts";
import { assertNever } from "../base/invariant.ts";
import type { Json } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import { failure, type Failure } from "../base/failure.ts";

const magic = [0x47, 0x43, 0x41, 0x31];
const utf8 = new TextEncoder();

type Buffer = Float64Array | Float32Array | Int32Array | Uint8Array;
/** Where a buffer lies: [type, offset from the end of the header, number of elements]. */
type Slot = readonly ["f8" | "f4" | "i4" | "u1", number, number];
const kindOf = (buffer: Buffer): Slot[0] =>
  buffer instanceof Float64Array ? "f8" : buffer instanceof Float32Array ? "f4" : buffer instanceof Int32Array ? "i4" : "u1";

class Writer {
  readonly buffers: Buffer[] = [];
  private at = 0;
  add(buffer: Buffer): Slot {
    const slot: Slot = [kindOf(buffer), this.at, buffer.length];
    this.buffers.push(buffer);
    this.at += (buffer.byteLength + 7) & ~7;
    return slot;
  }
  get size(): number {
    return this.at;
  }
}

export function encodeArtifact(artifact: Artifact): Uint8Array {
  const writer = new Writer();
  const header = utf8.encode(JSON.stringify(headerOf(artifact, writer)));
  const headerLength = (8 + header.length + 7) & ~7;
  const whole = new Uint8Array(headerLength + writer.size);
  whole.fill(0x20, 8, headerLength);
  whole.set(magic, 0);
  new DataView(whole.buffer).setUint32(4, headerLength - 8, true);
  whole.set(header, 8);
  let at = headerLength;
  for (const buffer of writer.buffers) {
    whole.set(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength), at);
    at += (buffer.byteLength + 7) & ~7;
  }
  return whole;
}

/** Views into `bytes` where their alignment allows. Fails with "artifacts.unreadable" on anything else than encodeArtifact wrote. */
export function decodeArtifact(bytes: Uint8Array): Result<Artifact, Failure> {
  try {
    if (bytes.length < 8 || magic.some((byte, at) => bytes[at] !== byte))
      return err(failure("artifacts.unreadable", { detail: "not an artifact" }));
    const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(4, true);
    const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + length))) as Header;
    const start = 8 + length;
    const read = ([kind, offset, count]: Slot): Buffer => {
      const at = aligned.byteOffset + start + offset;
      const size = { f8: 8, f4: 4, i4: 4, u1: 1 }[kind] * count;
      if (start + offset + size > aligned.length) throw new RangeError("the bytes end too early");
      switch (kind) {
        case "f8":
          return new Float64Array(aligned.buffer, at, count);
        case "f4":
          return new Float32Array(aligned.buffer, at, count);
        case "i4":
          return new Int32Array(aligned.buffer, at, count);
        case "u1":
          return new Uint8Array(aligned.buffer, at, count);
        default:
          return assertNever(kind);
      }
    };
    return ok(artifactOf(header, read));
  } catch (error) {
    return err(failure("artifacts.unreadable", { detail: error instanceof Error ? error.message : String(error) }));
  }
}

type ColumnHeader = Pick<Column, "name" | "type" | "semantic" | "unit"> & {
  readonly valid: Slot | null;
  readonly values: Slot;
  readonly dictionary?: readonly string[];
};
interface TableHeader {
  readonly rows: number;
  readonly columns: readonly ColumnHeader[];
}
type Header =
  | { readonly type: "table"; readonly table: TableHeader }
  | {
      readonly type: "assay";
      readonly shape: readonly [number, number];
      readonly scale: Assay["scale"];
      readonly featureNoun: string;
      readonly features: TableHeader;
      readonly samples: TableHeader;
      readonly values:
        | { readonly layout: "dense"; readonly data: Slot }
        | { readonly layout: "sparse"; readonly offsets: Slot; readonly featureIndex: Slot; readonly data: Slot };
    }
  | { readonly type: "model"; readonly onnx: Slot; readonly card: Json }
  | { readonly type: "figure" | "report" | "value"; readonly json: Json };

function tableHeader(table: Table, writer: Writer): TableHeader {
  return {
    rows: table.rowCount,
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
      valid: column.valid ? writer.add(column.valid) : null,
      values: writer.add(column.type === "text" ? column.codes : column.values),
      ...(column.type === "text" ? { dictionary: column.dictionary } : {}),
    })),
  };
}

function headerOf(artifact: Artifact, writer: Writer): Header {
  switch (artifact.type) {
    case "table":
      return { type: "table", table: tableHeader(artifact, writer) };
    case "assay": {
      const { values } = artifact;
      return {
        type: "assay",
        shape: [artifact.featureCount, artifact.sampleCount],
        scale: artifact.scale,
        featureNoun: artifact.featureNoun,
        features: tableHeader(artifact.features, writer),
        samples: tableHeader(artifact.samples, writer),
        values:
          values.layout === "dense"
            ? { layout: "dense", data: writer.add(values.data) }
            : {
                layout: "sparse",
                offsets: writer.add(values.offsets),
                featureIndex: writer.add(values.featureIndex),
                data: writer.add(values.data),
              },
      };
    }
    case "model":
      return { type: "model", onnx: writer.add(artifact.onnx), card: artifact.card as unknown as Json };
    default:
      return { type: artifact.type, json: artifact as unknown as Json };
  }
}

function tableFrom(header: TableHeader, read: (slot: Slot) => Buffer): Table {
  return {
    type: "table",
    rowCount: header.rows,
    columns: header.columns.map((column): Column => {
      const { values, dictionary, valid, ...rest } = column;
      const common = { ...rest, valid: valid ? (read(valid) as Uint8Array) : null };
      return (
        column.type === "text"
          ? { ...common, codes: read(values), dictionary: dictionary ?? [] }
          : { ...common, values: read(values) }
      ) as Column;
    }),
  };
}

function artifactOf(header: Header, read: (slot: Slot) => Buffer): Artifact {
  switch (header.type) {
    case "table":
      return tableFrom(header.table, read);
    case "assay":
      return {
        type: "assay",
        featureCount: header.shape[0],
        sampleCount: header.shape[1],
        scale: header.scale,
        featureNoun: header.featureNoun,
        features: tableFrom(header.features, read),
        samples: tableFrom(header.samples, read),
        values:
          header.values.layout === "dense"
            ? { layout: "dense", data: read(header.values.data) as Float32Array }
            : {
                layout: "sparse",
                offsets: read(header.values.offsets) as Int32Array,
                featureIndex: read(header.values.featureIndex) as Int32Array,
                data: read(header.values.data) as Float32Array,
              },
      };
    case "model":
      return { type: "model", onnx: read(header.onnx) as Uint8Array, card: header.card } as unknown as Artifact;
    default:
      return header.json as unknown as Artifact;
  }
}
