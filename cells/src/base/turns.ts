// Long work that leaves its thread to others: between two pieces it asks whether the turn has lasted, and waits for the next.

export interface Turns {
  /** Null: go on at once, without an `await`, or of many that ask together each is told so. Else it resolves in a turn with time left. */
  pause(): Promise<void> | null;
}

/** `ms`: how long a turn lasts that goes to work of this kind. `next` calls back once others have had their turn. */
export function newTurns({ ms, next, now }: { readonly ms: number; next(begin: () => void): void; now(): number }): Turns {
  const waiting: (() => void)[] = [];
  let began: number | null = null;
  const isOver = (): boolean => began !== null && now() - began >= ms;
  const begin = async (): Promise<void> => {
    began = null;
    if (waiting.length === 0) return;
    open();
    for (;;) {
      waiting.shift()?.();
      // What it does comes before this goes on.
      await Promise.resolve();
      await Promise.resolve();
      if (waiting.length === 0 || isOver()) return;
    }
  };
  const open = (): void => {
    began = now();
    next(() => void begin());
  };
  return {
    pause: () => {
      if (began === null) open();
      return isOver() ? new Promise((resolve) => waiting.push(resolve)) : null;
    },
  };
}

/** Work that yields between its pieces. */
export async function inTurns<Answer>(
  work: Generator<void, Answer>,
  { pause }: { pause(): Promise<void> | null | void },
): Promise<Answer> {
  for (;;) {
    const piece = work.next();
    if (piece.done) return piece.value;
    const wait = pause();
    if (wait) await wait;
  }
}

/** Work that yields the share that is done; `pause` is told it, and may be called as often as one likes. */
export async function inShares<Answer>(
  work: Generator<number, Answer>,
  pause: (share: number) => Promise<void> | void,
): Promise<Answer> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const wait = pause(value);
    if (wait) await wait;
  }
}
