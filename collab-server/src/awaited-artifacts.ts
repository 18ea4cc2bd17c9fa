// Artifacts that somebody waits for on this server while the run that made them still has them. kernel-api has them
// handed over at once, and whoever waits is told when they are stored.

export interface Waiting {
  /** Resolves when the artifact is stored, at the latest after this long. */
  pause(ms: number): Promise<void>;
  end(): void;
}

export class AwaitedArtifacts {
  /** By lab and digest: those who wait. */
  private readonly waiting = new Map<string, Set<{ wake: () => void }>>();
  private readonly listeners = new Set<() => void>();

  begin(lab: string, digest: string): Waiting {
    const name = `${lab} ${digest}`;
    const self = { wake: (): void => {} };
    const others = this.waiting.get(name) ?? new Set();
    this.waiting.set(name, others.add(self));
    for (const heard of [...this.listeners]) heard();
    return {
      pause: (ms) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms);
          self.wake = () => {
            clearTimeout(timer);
            resolve();
          };
        }),
      end: () => {
        others.delete(self);
        if (others.size === 0 && this.waiting.get(name) === others) this.waiting.delete(name);
      },
    };
  }

  has(lab: string, digest: string): boolean {
    return this.waiting.has(`${lab} ${digest}`);
  }

  stored(lab: string, digest: string): void {
    for (const { wake } of this.waiting.get(`${lab} ${digest}`) ?? []) wake();
  }

  /** Resolves when somebody waits for one of them, when the time is up, or when nobody listens any more. */
  until(lab: string, digests: readonly string[], ms: number, signal: AbortSignal): Promise<void> {
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
