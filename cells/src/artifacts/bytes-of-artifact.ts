// Any artifact as one run of bytes, and back: how artifacts travel between processes and rest in a store. Four letters,
// the length of a JSON header, the header, and the parts, each at a multiple of 8 so that numbers are views and not
// copies. The bytes are an encoding: the digest of an artifact is over its content (digest-of-artifact.ts).

import { failure, type Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Artifact, Assay, Column, Model, Table } from "./artifact.ts";
import { artifactFromJson, artifactToJson } from "./artifact-json.ts";
import { dictionaryBytes, textBytes, textsFromBytes } from "./text-bytes.ts";

const magic = 0x31414347; // "GCA1", little-endian

type Numbers = Float64Array | Float32Array | Int32Array | Uint8Array;
/** Offset from the first part and length in bytes. */
type Place = readonly [offset: number, length: number];
interface ColumnHead {
  readonly name: string;
  readonly type: Column["type"];
  readonly semantic?: Column["semantic"];
  readonly unit?: string;
  readonly valid?: Place;
  readonly values: Place;
  readonly texts?: readonly [offsets: Place, bytes: Place];
}
interface TableHead {
  readonly rowCount: number;
  readonly columns: readonly ColumnHead[];
}

const aligned = (length: number): number => (length + 7) & ~7;

export function encodeArtifact(artifact: Artifact): Uint8Array {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  let size = 0;
  const put = (array: Numbers): Place => {
    const place: Place = [size, array.byteLength];
    parts.push({ at: size, bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength) });
    size += aligned(array.byteLength);
    return place;
  };
  const head = new TextEncoder().encode(JSON.stringify(headOf(artifact, put)));
  const start = aligned(8 + head.length);
  const bytes = new Uint8Array(start + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  for (const part of parts) bytes.set(part.bytes, start + part.at);
  return bytes;
}

function headOf(artifact: Artifact, put: (array: Numbers) => Place): object {
  switch (artifact.type) {
    case "table":
      return { type: "table", table: tableHead(artifact, put) };
    case "assay": {
      const { values, scale, featureNoun } = artifact;
      return {
        type: "assay",
        scale,
        featureNoun,
        values:
          values.layout === "dense"
            ? { layout: "dense", data: put(values.data) }
            : {
                layout: "sparse",
                offsets: put(values.offsets),
                featureIndex: put(values.featureIndex),
                data: put(values.data),
              },
        features: tableHead(artifact.features, put),
        samples: tableHead(artifact.samples, put),
      };
    }
    case "model":
      return { type: "model", card: artifact.card, onnx: put(artifact.onnx) };
    default:
      return { type: "json", artifact: artifactToJson(artifact) };
  }
}

function tableHead(table: Table, put: (array: Numbers) => Place): TableHead {
  return {
    rowCount: table.rowCount,
    columns: table.columns.map((column) => {
      const { name, type, semantic, unit, valid } = column;
      const head = {
        name,
        type,
        ...(semantic === undefined ? {} : { semantic }),
        ...(unit === undefined ? {} : { unit }),
        ...(valid ? { valid: put(valid) } : {}),
      };
      if (column.type !== "text") return { ...head, values: put(column.values) };
      const texts = dictionaryBytes(column.dictionary, column.codes.length) ?? textBytes(column.dictionary);
      return { ...head, values: put(column.codes), texts: [put(texts.offsets), put(texts.bytes)] };
    }),
  };
}

/** Numbers are views of `bytes`, which must not change afterwards. Fails with "artifacts.unreadable" on anything else than `encodeArtifact` wrote. */
export function decodeArtifact(bytes: Uint8Array): Result<Artifact, Failure> {
  try {
    return ok(decode(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()));
  } catch (error) {
    return err(failure("artifacts.unreadable", { detail: error instanceof Error ? error.message : String(error) }));
  }
}

function decode(bytes: Uint8Array): Artifact {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) throw new TypeError("not an artifact");
  const headLength = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headLength))) as JsonObject;
  const start = bytes.byteOffset + aligned(8 + headLength);
  const end = bytes.byteOffset + bytes.byteLength;
  const get = <T extends Numbers>(
    Kind: { new (buffer: ArrayBufferLike, offset: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
    [offset, length]: Place,
  ): T => {
    // Up to where the next part would begin: what lost its last bytes is no whole artifact, padding or not.
    if (start + offset + aligned(length) > end) throw new TypeError("cut short");
    return new Kind(bytes.buffer, start + offset, length / Kind.BYTES_PER_ELEMENT);
  };
  const table = (from: TableHead): Table => ({
    type: "table",
    rowCount: from.rowCount,
    columns: from.columns.map((column): Column => {
      const base = {
        name: column.name,
        ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
        ...(column.unit === undefined ? {} : { unit: column.unit }),
        valid: column.valid ? get(Uint8Array, column.valid) : null,
      };
      switch (column.type) {
        case "text": {
          const [offsets, texts] = column.texts as readonly [Place, Place];
          const dictionary = textsFromBytes(get(Int32Array, offsets), get(Uint8Array, texts)) as string[];
          return { ...base, type: "text", codes: get(Int32Array, column.values), dictionary };
        }
        case "float64":
          return { ...base, type: "float64", values: get(Float64Array, column.values) };
        case "int32":
          return { ...base, type: "int32", values: get(Int32Array, column.values) };
        case "boolean":
          return { ...base, type: "boolean", values: get(Uint8Array, column.values) };
      }
    }),
  });
  switch (head["type"]) {
    case "table":
      return table(head["table"] as unknown as TableHead);
    case "assay": {
      const features = table(head["features"] as unknown as TableHead);
      const samples = table(head["samples"] as unknown as TableHead);
      const values = head["values"] as unknown as {
        readonly layout: string;
        readonly data: Place;
        readonly offsets: Place;
        readonly featureIndex: Place;
      };
      return {
        type: "assay",
        featureCount: features.rowCount,
        sampleCount: samples.rowCount,
        values:
          values.layout === "dense"
            ? { layout: "dense", data: get(Float32Array, values.data) }
            : {
                layout: "sparse",
                offsets: get(Int32Array, values.offsets),
                featureIndex: get(Int32Array, values.featureIndex),
                data: get(Float32Array, values.data),
              },
        features,
        samples,
        scale: head["scale"] as Assay["scale"],
        featureNoun: head["featureNoun"] as string,
      };
    }
    case "model":
      return {
        type: "model",
        onnx: get(Uint8Array, head["onnx"] as unknown as Place),
        card: head["card"] as unknown as Model["card"],
      };
    case "json":
      return artifactFromJson(head["artifact"] ?? null);
    default:
      throw new TypeError("unknown artifact");
  }
}
