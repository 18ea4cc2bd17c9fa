// The identity of a result: sha256 of a canonical manifest of its content. Never of an encoding: Parquet bytes differ with
// threads and carry their writer's version, and a dictionary may come in any order.

import type { Artifact, Assay, Column, Table } from "./artifact.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { newHasher, type Hasher } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import { assertNever } from "../base/invariant.ts";
import type { Json, JsonObject } from "../base/json.ts";

/** Raised when the same content is to get another digest. */
const formatVersion = 1;
const utf8 = new TextEncoder();

/** `hasher` lets Node bring its native sha256; the digests are the same. */
export function digestOfArtifact(artifact: Artifact, hasher: () => Hasher = newHasher): Digest {
  const parts: { name: string; digest: Digest }[] = [];
  const schema = describe(artifact, (name, feed) => {
    const state = hasher();
    feed(state);
    parts.push({ name, digest: state.digest() });
  });
  const state = hasher();
  state.update(
    utf8.encode(canonicalJson({ type: artifact.type, format: formatVersion, schema, parts: parts as unknown as Json })),
  );
  return state.digest();
}

type AddPart = (name: string, feed: (hasher: Hasher) => void) => void;

/** The schema of an artifact, its parts handed to `add` on the way. */
function describe(artifact: Artifact, add: AddPart): Json {
  switch (artifact.type) {
    case "table":
      return describeTable(artifact, "", add);
    case "assay":
      return describeAssay(artifact, add);
    case "model":
      add("onnx", (hasher) => hasher.update(artifact.onnx));
      return artifact.card as unknown as JsonObject;
    case "figure":
      return { data: artifact.data, layout: artifact.layout, alt: artifact.alt, marks: artifact.marks };
    case "report":
      return { report: artifact.report, body: artifact.body };
    case "value":
      return { value: artifact.value };
    default:
      return assertNever(artifact);
  }
}

function describeTable(table: Table, prefix: string, add: AddPart): Json {
  return {
    rows: table.rowCount,
    columns: table.columns.map((column, at) => {
      add(`${prefix}${at}`, (hasher) => feedColumn(column, table.rowCount, hasher));
      return {
        name: column.name,
        type: column.type,
        ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
        ...(column.unit === undefined ? {} : { unit: column.unit }),
      };
    }),
  };
}

function describeAssay(assay: Assay, add: AddPart): Json {
  add("values", (hasher) => feedAssayValues(assay, hasher));
  return {
    shape: [assay.featureCount, assay.sampleCount],
    layout: assay.values.layout,
    scale: assay.scale,
    featureNoun: assay.featureNoun,
    features: describeTable(assay.features, "features/", add),
    samples: describeTable(assay.samples, "samples/", add),
  };
}

const bytesOf = (array: Float64Array | Float32Array | Int32Array | Uint8Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/** All NaN are one NaN and -0 is 0, so that the content alone decides. Copies only when something must change. */
function normalFloats<T extends Float64Array | Float32Array>(values: T): T {
  let copy: T | null = null;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value === 0 ? Object.is(value, -0) : value !== value) {
      copy ??= values.slice() as T;
      copy[i] = value === 0 ? 0 : Number.NaN;
    }
  }
  return copy ?? values;
}

/** Validity (a byte a row, left out when nothing is missing), then values with 0 where missing. */
function feedColumn(column: Column, rows: number, hasher: Hasher): void {
  const valid = column.valid?.includes(0) ? column.valid : null;
  hasher.update(Uint8Array.of(valid ? 1 : 0));
  if (valid) hasher.update(valid.map((flag) => (flag ? 1 : 0)));
  if (column.type === "text") {
    feedText(column, valid, rows, hasher);
    return;
  }
  if (!valid) {
    hasher.update(bytesOf(column.type === "float64" ? normalFloats(column.values) : column.values));
    return;
  }
  const masked = column.values.slice();
  for (let row = 0; row < rows; row += 1) if (!valid[row]) masked[row] = 0;
  hasher.update(bytesOf(column.type === "float64" ? normalFloats(masked as Float64Array) : masked));
}

/** Offsets, then the texts one after another in rows' order, in UTF-8: whatever the dictionary's order was. */
function feedText(column: Extract<Column, { type: "text" }>, valid: Uint8Array | null, rows: number, hasher: Hasher): void {
  const encoded = column.dictionary.map((text) => utf8.encode(text));
  const lengths = Float64Array.from({ length: rows }, (_, row) =>
    valid && !valid[row] ? 0 : (encoded[column.codes[row] as number]?.length ?? 0),
  );
  hasher.update(bytesOf(lengths));
  let chunk = new Uint8Array(1 << 16);
  let used = 0;
  for (let row = 0; row < rows; row += 1) {
    const length = lengths[row] as number;
    if (length === 0) continue;
    const bytes = encoded[column.codes[row] as number] as Uint8Array;
    if (used + length > chunk.length) {
      hasher.update(chunk.subarray(0, used));
      used = 0;
      if (length > chunk.length) chunk = new Uint8Array(length);
    }
    chunk.set(bytes, used);
    used += length;
  }
  hasher.update(chunk.subarray(0, used));
}

function feedAssayValues(assay: Assay, hasher: Hasher): void {
  const { values } = assay;
  if (values.layout === "sparse") {
    hasher.update(bytesOf(values.offsets));
    hasher.update(bytesOf(values.featureIndex));
  }
  hasher.update(bytesOf(normalFloats(values.data)));
}
