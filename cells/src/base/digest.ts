// sha256, synchronous, the same in browser and Node: awaited WebCrypto is slower for many small texts and absent on
// plain-HTTP hosts. Large byte streams on a server are hashed by node:crypto, which gives the same digests.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";
import type { Digest } from "./ids.ts";
import type { Json } from "./json.ts";

export const digestOfBytes = (bytes: Uint8Array): Digest => bytesToHex(sha256(bytes)) as Digest;
export const digestOfText = (text: string): Digest => digestOfBytes(utf8ToBytes(text));
export const digestOfJson = (value: Json): Digest => digestOfText(canonicalJson(value));

/** A running sha256, for content that comes in parts. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Digest;
}

export function newHasher(): Hasher {
  const state = sha256.create();
  return {
    update: (bytes) => {
      state.update(bytes);
    },
    digest: () => bytesToHex(state.digest()) as Digest,
  };
}

/** The first eight digits, as people read and compare them. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)} ${digest.slice(4, 8)}`;
