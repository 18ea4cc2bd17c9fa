// One key under another: AES-256-GCM with what the key is for as associated data, so that a wrapped key that was moved to
// another row does not open.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

export const newKey = (): Uint8Array => randomBytes(32);

/** nonce (12) | key | tag (16) */
export function wrapKey(under: Uint8Array, key: Uint8Array, purpose: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", under, nonce);
  cipher.setAAD(Buffer.from(purpose));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** Throws when the key above is another one, the purpose differs, or the bytes were changed. */
export function unwrapKey(under: Uint8Array, wrapped: Uint8Array, purpose: string): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", under, wrapped.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(purpose));
  decipher.setAuthTag(wrapped.subarray(wrapped.length - 16));
  return Buffer.concat([decipher.update(wrapped.subarray(12, wrapped.length - 16)), decipher.final()]);
}

/** Eight digits that tell keys apart and give nothing of them away. */
export const keyFingerprint = (key: Uint8Array): string =>
  createHash("sha256").update("genomecraft key fingerprint\0").update(key).digest("hex").slice(0, 8);
