// Which inputs of a plan cannot be had. What a lab's own kernel only says that it has made counts once its bytes are here: a
// digest is no proof of having them, and the next kernel might hold bytes of that digest that were made of other data.

import { type ArtifactAsked, standingOfArtifacts } from "@genomecraft/storage/queries/artifacts.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { patiently } from "./patiently.ts";

/** How long bytes may be on their way; a kernel hands over within this unless it is lost. */
const arrivalMs = 20_000;
const lookEveryMs = 100;

export async function lackingInputs(
  db: Database,
  lab: string,
  inputs: readonly ArtifactAsked[],
  signal: AbortSignal,
): Promise<readonly ArtifactAsked[]> {
  const until = performance.now() + arrivalMs;
  for (;;) {
    const standing = await patiently(() => standingOfArtifacts(db, lab, inputs), signal);
    const lacking = inputs.filter((_, at) => standing[at] === "gone");
    if (lacking.length > 0 || signal.aborted || !standing.includes("told")) return lacking;
    if (performance.now() > until) return inputs.filter((_, at) => standing[at] === "told");
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
