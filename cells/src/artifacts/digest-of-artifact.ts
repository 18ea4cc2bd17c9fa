// The digest of an artifact's content. Equal content has an equal digest whatever wrote it, on one thread or two, from
// Parquet, Arrow or CSV: nothing of an encoding enters.
//
//   digest = sha256 of the canonical JSON {type, format, schema, parts: [{name, digest}]}
//
// A table part hashes its shape and then each column: validity (only where something is missing), numbers as raw
// little-endian bytes with missing cells zeroed, one NaN and one zero, texts as codes into the distinct texts in
// order of first appearance. Semantic types and units are part of the schema: charts and models read them.

import { canonicalJson } from "../base/canonical-json.ts";
import { digestOfJson, newHasher, type Hasher } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import { invariant } from "../base/invariant.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { Artifact, Assay, Column, Table, TextColumn } from "./artifact.ts";
import { type DictionaryBytes, dictionaryBytes, takeTextBytes, textBytes } from "./text-bytes.ts";

/** Raised when the rules below change: every digest changes with it. */
const format = 1;

export type NewHasher = () => Hasher;

/** Synchronous. On a server pass a hasher of the platform: it is several times faster and gives the same digest. */
export function digestOfArtifact(artifact: Artifact, hasher: NewHasher = newHasher): Digest {
  switch (artifact.type) {
    case "table":
      return manifest("table", {}, [["table", digestOfTable(artifact, hasher)]]);
    case "assay":
      return manifest(
        "assay",
        {
          features: artifact.featureCount,
          samples: artifact.sampleCount,
          layout: artifact.values.layout,
          scale: artifact.scale,
          featureNoun: artifact.featureNoun,
        },
        [
          ["values", digestOfValues(artifact, hasher)],
          ["features", digestOfTable(artifact.features, hasher)],
          ["samples", digestOfTable(artifact.samples, hasher)],
        ],
      );
    case "model": {
      const onnx = hasher();
      onnx.update(artifact.onnx);
      return manifest("model", {}, [
        ["onnx", onnx.digest()],
        ["card", digestOfJson(artifact.card as unknown as Json)],
      ]);
    }
    case "figure": {
      const { data, layout, alt, marks } = artifact;
      return manifest("figure", {}, [["figure", digestOfJson({ data, layout, alt, marks })]]);
    }
    case "report":
      return manifest("report", { report: artifact.report }, [["body", digestOfJson(artifact.body)]]);
    case "value":
      return manifest("value", {}, [["value", digestOfJson(artifact.value)]]);
  }
}

const manifest = (type: string, schema: JsonObject, parts: readonly (readonly [name: string, digest: Digest])[]): Digest =>
  digestOfJson({ type, format, schema, parts: parts.map(([name, digest]) => ({ name, digest })) });

function digestOfTable(table: Table, newHasher: NewHasher): Digest {
  const hasher = newHasher();
  addJson(hasher, {
    rows: table.rowCount,
    columns: table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      ...(column.semantic === undefined ? {} : { semantic: column.semantic }),
      ...(column.unit === undefined ? {} : { unit: column.unit }),
    })),
  });
  for (const column of table.columns) addColumn(hasher, column, table.rowCount);
  return hasher.digest();
}

function digestOfValues({ values }: Assay, newHasher: NewHasher): Digest {
  const hasher = newHasher();
  if (values.layout === "sparse") {
    hasher.update(bytesOf(values.offsets));
    hasher.update(bytesOf(values.featureIndex));
  }
  hasher.update(bytesOf(normalFloats(values.data)));
  return hasher.digest();
}

function addColumn(hasher: Hasher, column: Column, rows: number): void {
  const valid = column.valid?.includes(0) ? column.valid : null;
  const text = column.type === "text" ? canonicalText(column, valid) : null;
  // Lengths first, so that no two columns run together into the same bytes.
  hasher.update(bytesOf(Int32Array.of(rows, valid ? 1 : 0, text?.strings.offsets.length ?? 0, text?.strings.bytes.length ?? 0)));
  if (valid) hasher.update(valid);
  if (column.type === "text") {
    invariant(text, "text columns have canonical text");
    hasher.update(bytesOf(text.codes));
    hasher.update(bytesOf(text.strings.offsets));
    hasher.update(text.strings.bytes);
    return;
  }
  const values = valid ? withoutMissing(column.values, valid) : column.values;
  hasher.update(bytesOf(values instanceof Float64Array ? normalFloats(values) : values));
}

/** Codes into the distinct texts in order of first appearance, -1 where missing. */
function canonicalText(column: TextColumn, valid: Uint8Array | null) {
  const { codes, dictionary } = column;
  const bytes = dictionaryBytes(dictionary, codes.length);
  if (bytes?.distinct) return canonicalCodes(codes, valid, bytes);
  const canonicalOf = new Int32Array(dictionary.length).fill(-2);
  const known = new Map<string, number>();
  const texts: string[] = [];
  const canonical = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) {
      canonical[row] = -1;
      continue;
    }
    const code = codes[row] as number;
    let found = canonicalOf[code] as number;
    if (found === -2) {
      const text = dictionary[code] as string;
      found = known.get(text) ?? texts.length;
      if (found === texts.length) {
        known.set(text, found);
        texts.push(text);
      }
      canonicalOf[code] = found;
    }
    canonical[row] = found;
  }
  return { codes: canonical, strings: textBytes(texts) };
}

/** The same of a dictionary in which no text occurs twice: no text is looked at. */
function canonicalCodes(codes: Int32Array, valid: Uint8Array | null, dictionary: DictionaryBytes) {
  const canonicalOf = new Int32Array(dictionary.offsets.length - 1).fill(-1);
  const order = new Int32Array(Math.min(codes.length, canonicalOf.length));
  const canonical = new Int32Array(codes.length);
  let found = 0;
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) {
      canonical[row] = -1;
      continue;
    }
    const code = codes[row] as number;
    if ((canonicalOf[code] as number) < 0) {
      order[found] = code;
      canonicalOf[code] = found++;
    }
    canonical[row] = canonicalOf[code] as number;
  }
  return { codes: canonical, strings: takeTextBytes(dictionary, order.subarray(0, found)) };
}

function withoutMissing<T extends Float64Array | Int32Array | Uint8Array>(values: T, valid: Uint8Array): T {
  const copy = values.slice() as T;
  for (let row = 0; row < copy.length; row++) if (valid[row] === 0) copy[row] = 0;
  return copy;
}

/** NaN has many bit patterns and one meaning, and -0 is 0. Copies only when something must change. */
function normalFloats<T extends Float64Array | Float32Array>(values: T): T {
  let copy: T | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === 0 ? 1 / value < 0 : value !== value) {
      copy ??= values.slice() as T;
      copy[row] = value === 0 ? 0 : Number.NaN;
    }
  }
  return copy ?? values;
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function bytesOf(array: Float64Array | Float32Array | Int32Array | Uint8Array): Uint8Array {
  invariant(littleEndian, "digests are taken on little-endian machines");
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const encoder = new TextEncoder();
function addJson(hasher: Hasher, value: JsonObject): void {
  const bytes = encoder.encode(canonicalJson(value));
  hasher.update(bytesOf(Int32Array.of(bytes.length)));
  hasher.update(bytes);
}
