// Long work lets others have their turn, tells how far it is, and ends where the run is cancelled.

import type { ExecuteContext } from "./execute.ts";

/** Milliseconds of the thread that are taken at once: each wait for another turn takes some itself. */
const turn = 40;

/** Called as often as one likes, with the share that is done. */
export function giveTurns(context: Pick<ExecuteContext, "progress" | "signal">): (share: number) => Promise<void> {
  let last = performance.now();
  return async (share) => {
    context.signal.throwIfAborted();
    if (performance.now() - last < turn) return;
    context.progress(share);
    await new Promise((next) => setTimeout(next, 0));
    context.signal.throwIfAborted();
    last = performance.now();
  };
}
