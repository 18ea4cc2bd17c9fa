// Opens the seals of copied blobs: with the rows of a database that is being copied, or with those in an old backup, which
// kept no sums.

import { unwrapKey } from "../blobs/key-wrap.ts";
import { blobPurpose, unwrapLabKey, type WrappedLabKey } from "../blobs/lab-keys.ts";
import { SealCheck } from "../blobs/seal-check.ts";

export interface SealedBlob {
  readonly id: string;
  readonly lab: string;
  readonly labKey: string;
  readonly wrappedKey: Uint8Array;
  /** Plain bytes. */
  readonly size: number;
}

/** Null for a blob whose key does not open: nothing opens it. */
export function sealChecks(masterKey: Uint8Array, labKeys: readonly WrappedLabKey[]): (blob: SealedBlob) => SealCheck | null {
  const wrapped = new Map(labKeys.map((row) => [row.id, row]));
  const opened = new Map<string, Uint8Array>();
  const labKey = (id: string): Uint8Array | null => {
    const row = wrapped.get(id);
    if (!row) return null;
    const key = opened.get(id) ?? unwrapLabKey(masterKey, row);
    opened.set(id, key);
    return key;
  };
  return ({ id, lab, labKey: under, wrappedKey, size }) => {
    try {
      const key = labKey(under);
      return key && new SealCheck({ blob: id, key: unwrapKey(key, wrappedKey, blobPurpose(lab, id)), size });
    } catch {
      return null;
    }
  };
}
