// sha256, synchronous, the same in browser and Node: awaited WebCrypto is slower for many small texts and absent on
// plain-HTTP hosts. Node's own is used where there is one, three times as fast.
//
// A change runs two digests per cell, so the one-off cost counts: state, text bytes and answer are allocated once.

import { sha256 } from "@noble/hashes/sha2.js";
import { canonicalJson } from "./canonical-json.ts";
import type { Digest } from "./ids.ts";
import type { Json } from "./json.ts";

type OneShot = (algorithm: "sha256", content: Uint8Array | string) => string;
const host = globalThis as { process?: { getBuiltinModule?(name: string): { readonly hash?: OneShot } | undefined } };
const native = host.process?.getBuiltinModule?.("node:crypto")?.hash;

const fresh = sha256.create();
const state = sha256.create();
const answer = new Uint8Array(32);
const encoder = new TextEncoder();
const shortText = new Uint8Array(8192);

/** What browsers use. */
export const portable = {
  digestOfBytes(bytes: Uint8Array): Digest {
    fresh._cloneInto(state);
    state.update(bytes).digestInto(answer);
    return hex(answer) as Digest;
  },
  digestOfText(text: string): Digest {
    // At most three bytes per UTF-16 code unit.
    if (text.length * 3 > shortText.length) return portable.digestOfBytes(encoder.encode(text));
    return portable.digestOfBytes(shortText.subarray(0, encoder.encodeInto(text, shortText).written));
  },
};

export const digestOfBytes: (bytes: Uint8Array) => Digest = native
  ? (bytes) => native("sha256", bytes) as Digest
  : portable.digestOfBytes;
export const digestOfText: (text: string) => Digest = native ? (text) => native("sha256", text) as Digest : portable.digestOfText;
export const digestOfJson = (value: Json): Digest => digestOfText(canonicalJson(value));

/** A running sha256, for content that comes in parts. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Digest;
}

export function newHasher(): Hasher {
  const running = sha256.create();
  return {
    update: (bytes) => {
      running.update(bytes);
    },
    digest: () => hex(running.digest()) as Digest,
  };
}

/** The first eight digits, as people read and compare them. */
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)} ${digest.slice(4, 8)}`;

const digits = Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const codes = new Array<number>(64).fill(0);

/** One flat text: put together piece by piece it would be joined only later, by every map that looks for it. */
function hex(bytes: Uint8Array): string {
  for (let at = 0; at < 32; at += 1) {
    const byte = bytes[at] as number;
    codes[at * 2] = digits[byte >> 4] as number;
    codes[at * 2 + 1] = digits[byte & 15] as number;
  }
  return String.fromCharCode.apply(null, codes);
}
