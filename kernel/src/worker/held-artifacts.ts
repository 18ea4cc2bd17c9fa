// Artifacts that a worker has reported and not handed over yet: encoding waits, for a figure at the end of a chain should
// not wait for the bytes of its table, and a table that the next turn of a slider supersedes is never encoded.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { approximateBytes } from "./resident-artifacts.ts";

export interface HeldArtifactsOptions {
  encode(artifact: Artifact): Uint8Array | Promise<Uint8Array>;
  /** Null: it was asked for and is not here. */
  send(digest: Digest, bytes: Uint8Array | null): void;
}

interface Held {
  readonly artifact: Artifact;
  readonly bytes: number;
  /** How often it was reported, and so is asked for. */
  times: number;
}

export class HeldArtifacts {
  private readonly held = new Map<Digest, Held>();
  private readonly options: HeldArtifactsOptions;
  private sending: Promise<void> = Promise.resolve();
  /** Memory that is held, about. */
  bytes = 0;

  constructor(options: HeldArtifactsOptions) {
    this.options = options;
  }

  get digests(): readonly Digest[] {
    return [...this.held.keys()];
  }

  add(digest: Digest, artifact: Artifact): void {
    const there = this.held.get(digest);
    if (there) {
      there.times += 1;
      return;
    }
    const bytes = approximateBytes(artifact);
    this.held.set(digest, { artifact, bytes, times: 1 });
    this.bytes += bytes;
  }

  get(digest: Digest): Artifact | null {
    return this.held.get(digest)?.artifact ?? null;
  }

  /** Encodes and sends them, once for each time that they were reported; resolves when they are on their way. */
  handOver(digests: readonly Digest[]): Promise<void> {
    const wanted = digests.map((digest) => ({ digest, artifact: this.take(digest) }));
    this.sending = this.sending.then(async () => {
      for (const { digest, artifact } of wanted) this.options.send(digest, artifact ? await this.options.encode(artifact) : null);
    });
    return this.sending;
  }

  async handOverAll(): Promise<void> {
    while (this.held.size > 0) await this.handOver(this.digests);
    await this.sending;
  }

  /** What was asked for so far is on its way. */
  sent(): Promise<void> {
    return this.sending;
  }

  /** Nobody wants them any more. */
  drop(digests: readonly Digest[]): void {
    for (const digest of digests) this.take(digest);
  }

  private take(digest: Digest): Artifact | null {
    const there = this.held.get(digest);
    if (!there) return null;
    there.times -= 1;
    if (there.times === 0) {
      this.held.delete(digest);
      this.bytes -= there.bytes;
    }
    return there.artifact;
  }
}
