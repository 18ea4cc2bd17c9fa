// Where a kernel keeps encoded artifacts by digest: a folder (headless), the server (service), memory (tests). A digest
// names content, so putting twice is putting once.

import type { Digest } from "@genomecraft/cells/base/ids.ts";

export interface ArtifactStore {
  get(digest: Digest): Promise<Uint8Array | null>;
  /** Durable when it resolves. */
  put(digest: Digest, bytes: Uint8Array): Promise<void>;
  /**
   * Which of the artifacts that a plan has made are to be put; answers when that is known. Absent: all, at once. The others
   * are made again should anybody ask.
   */
  wanted?(digests: readonly Digest[]): Promise<readonly Digest[]>;
}

export function memoryArtifactStore(): ArtifactStore & { readonly entries: ReadonlyMap<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: async (digest) => entries.get(digest) ?? null,
    put: async (digest, bytes) => {
      if (!entries.has(digest)) entries.set(digest, bytes);
    },
  };
}
