// Artifacts that a worker has reported and not handed over yet. Another lane that wants one waits for it instead of
// being told that nobody has it. By lab: what one lab's plan made is nothing to another's.

interface Expected {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly onWanted: () => void;
}

export class PendingArtifacts {
  private readonly waiting = new Map<string, Expected>();

  /** `onWanted`: somebody waits for it. */
  expect(lab: string, digest: string, onWanted: () => void): void {
    const name = `${lab} ${digest}`;
    if (this.waiting.has(name)) return;
    let resolve: () => void = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    this.waiting.set(name, { promise, resolve, onWanted });
  }

  /** It is in the store, or it never will be. */
  settle(lab: string, digest: string): void {
    const name = `${lab} ${digest}`;
    this.waiting.get(name)?.resolve();
    this.waiting.delete(name);
  }

  /** Resolves at once when nobody is about to hand it over. */
  wait(lab: string, digest: string): Promise<void> {
    const expected = this.waiting.get(`${lab} ${digest}`);
    expected?.onWanted();
    return expected?.promise ?? Promise.resolve();
  }
}
