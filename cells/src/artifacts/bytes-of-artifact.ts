// Any artifact as one run of bytes, and back: how artifacts travel between processes and rest in a store. Four letters,
// the length of a JSON header, the header, and the parts, each at a multiple of 8 so that numbers are views and not
// copies. The bytes are an encoding: the digest of an artifact is over its content (digest-of-artifact.ts).

import type { Failure } from "../base/failure.ts";
import { isJsonObject, type JsonObject } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Artifact } from "./artifact.ts";
import type { Get, Numbers, Place } from "./packed-parts.ts";
import { artifactTypeNamed, artifactTypeOf } from "./artifact-types.ts";
import { words } from "./words.ts";

const magic = 0x31414347; // "GCA1", little-endian

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
  const head = new TextEncoder().encode(JSON.stringify(artifactTypeOf(artifact).write(artifact, put)));
  const start = aligned(8 + head.length);
  const bytes = new Uint8Array(start + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, head.length, true);
  bytes.set(head, 8);
  for (const part of parts) bytes.set(part.bytes, start + part.at);
  return bytes;
}

/** Numbers are views of `bytes`, which must not change afterwards. Fails with "artifacts.unreadable" on anything else than `encodeArtifact` wrote. */
export function decodeArtifact(bytes: Uint8Array): Result<Artifact, Failure> {
  try {
    return ok(decode(bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()));
  } catch (error) {
    return err(words.failure("unreadable", { detail: error instanceof Error ? error.message : String(error) }));
  }
}

function decode(bytes: Uint8Array): Artifact {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) throw new TypeError("not an artifact");
  const headLength = view.getUint32(4, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headLength))) as JsonObject;
  const start = bytes.byteOffset + aligned(8 + headLength);
  const end = bytes.byteOffset + bytes.byteLength;
  let taken = 0;
  const get: Get = <T extends Numbers>(
    Kind: { new (buffer: ArrayBufferLike, offset: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
    [offset, length]: Place,
  ): T => {
    if (!(offset >= 0 && length >= 0)) throw new TypeError("a part without a place");
    // Every part stands once: bytes that many columns share would be more work than their size says.
    taken += aligned(length);
    if (start + taken > end) throw new TypeError("more parts than bytes");
    // Up to where the next part would begin: what lost its last bytes is no whole artifact, padding or not.
    if (start + offset + aligned(length) > end) throw new TypeError("cut short");
    return new Kind(bytes.buffer, start + offset, length / Kind.BYTES_PER_ELEMENT);
  };
  // What travels inline is one JSON, whose own type stands in it.
  const inner = head["type"] === "json" && isJsonObject(head["artifact"]) ? head["artifact"]["type"] : head["type"];
  const type = artifactTypeNamed(String(inner));
  if (!type) throw new TypeError("unknown artifact");
  return type.read(head, get);
}
