// Long work lets others have their turn, tells how far it is, and ends where the run is cancelled.

import type { Sentence } from "../messages/sentence.ts";
import type { ExecuteContext } from "./execute.ts";

/** Milliseconds of the thread that are taken at once. */
const turn = 40;

/** Called as often as one likes, with the share that is done. Nothing is waited for while the turn lasts. */
export function sharing(
  context: Pick<ExecuteContext, "progress" | "signal">,
  sentence?: Sentence,
): (share: number) => Promise<void> | void {
  let last = performance.now();
  return (share) => {
    context.signal.throwIfAborted();
    if (performance.now() - last < turn) return;
    return (async () => {
      context.progress(Math.min(1, share), sentence);
      await new Promise((next) => setTimeout(next, 0));
      context.signal.throwIfAborted();
      last = performance.now();
    })();
  };
}
