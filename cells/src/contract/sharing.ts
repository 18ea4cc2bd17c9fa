// Long work lets others have their turn, tells how far it is, and ends where the run is cancelled.

import type { ExecuteContext } from "../../contract/execute.ts";
import type { Sentence } from "../../messages/sentence.ts";

/** Milliseconds of the thread that are taken at once. */
const turn = 40;

/** Called as often as one likes, with the share that is done. */
export function sharing(context: ExecuteContext, sentence: Sentence): (share: number) => Promise<void> {
  let last = performance.now();
  return async (share) => {
    if (performance.now() - last < turn) return;
    context.progress(share, sentence);
    await new Promise((next) => setTimeout(next, 0));
    context.signal.throwIfAborted();
    last = performance.now();
  };
}
