// Decoded artifacts that a warm worker keeps by digest, so that a chain of edits does not decode its inputs again.
// Least recently used beyond a number of bytes.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactTypeOf } from "@genomecraft/cells/artifacts/artifact-types.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";

export class ResidentArtifacts {
  private readonly entries = new Map<Digest, { readonly artifact: Artifact; readonly bytes: number }>();
  private bytes = 0;
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }

  get(digest: Digest): Artifact | null {
    const entry = this.entries.get(digest);
    if (!entry) return null;
    this.entries.delete(digest);
    this.entries.set(digest, entry);
    return entry.artifact;
  }

  put(digest: Digest, artifact: Artifact): void {
    if (this.entries.has(digest)) return;
    const bytes = approximateBytes(artifact);
    this.entries.set(digest, { artifact, bytes });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit || oldest === digest) break;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }

  digests(): Digest[] {
    return [...this.entries.keys()];
  }
}

/** Memory that an artifact holds, near enough to keep a budget. */
export const approximateBytes = (artifact: Artifact): number => artifactTypeOf(artifact).size(artifact);
