// What the digests of all types share: the manifest of parts, numbers and JSON as bytes that are equal where content is.

import { canonicalJson } from "../base/canonical-json.ts";
import { digestOfJson, type Hasher } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import { invariant } from "../base/invariant.ts";
import type { JsonObject } from "../base/json.ts";
import type { ArtifactType } from "./artifact.ts";

/** Raised when the rules of digest-of-artifact.ts change: every digest changes with it. */
const format = 1;

export const manifest = (
  type: ArtifactType,
  schema: JsonObject,
  parts: readonly (readonly [name: string, digest: Digest])[],
): Digest => digestOfJson({ type, format, schema, parts: parts.map(([name, digest]) => ({ name, digest })) });

/** NaN has many bit patterns and one meaning, and -0 is 0. Copies only when something must change. */
export function normalFloats<T extends Float64Array | Float32Array>(values: T): T {
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

export function bytesOf(array: Float64Array | Float32Array | Int32Array | Uint8Array | Int8Array): Uint8Array {
  invariant(littleEndian, "digests are taken on little-endian machines");
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

const encoder = new TextEncoder();
export function addJson(hasher: Hasher, value: JsonObject): void {
  const bytes = encoder.encode(canonicalJson(value));
  hasher.update(bytesOf(Int32Array.of(bytes.length)));
  hasher.update(bytes);
}
