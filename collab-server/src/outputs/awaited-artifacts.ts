// Artifacts that somebody waits for on this server while the run that made them still has them: kernel-api has them
// handed over at once. Whoever waits says so again and again; a word that is old counts no more.

import type { Digest } from "@genomecraft/cells/base/ids.ts";

/** Whoever waits looks ten times a second. */
const holdsMs = 1_000;

export class AwaitedArtifacts {
  private readonly saidAt = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  say(lab: string, digest: string): void {
    this.saidAt.set(`${lab} ${digest}`, performance.now());
    for (const heard of [...this.listeners]) heard();
  }

  has(lab: string, digest: string): boolean {
    const before = performance.now() - holdsMs;
    for (const [name, at] of this.saidAt) if (at < before) this.saidAt.delete(name);
    return this.saidAt.has(`${lab} ${digest}`);
  }

  /** Resolves when somebody waits for one of them, when the time is up, or when nobody listens any more. */
  until(lab: string, digests: readonly Digest[] | readonly string[], ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.listeners.delete(look);
        signal.removeEventListener("abort", over);
        resolve();
      };
      const look = (): void => {
        if (digests.some((digest) => this.has(lab, digest))) over();
      };
      const timer = setTimeout(over, ms);
      signal.addEventListener("abort", over, { once: true });
      this.listeners.add(look);
      look();
    });
  }
}
