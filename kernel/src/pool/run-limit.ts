// How long one step of a run may take (SPEC, R-15). It does not follow from the inputs whether it is enough, so that a run
// that took longer is recorded nowhere and may be tried again.

import { stepKindOf } from "@genomecraft/cells/jobs.ts";
import type { RunMinutes } from "../config.ts";

/**
 * Where the owner of the kernel set nothing. Code that a person wrote may have no end (a recursion, a join without a
 * condition), and what reads tables by SQL takes seconds; fits and files of many gigabytes take minutes and do end.
 */
const minutesBySealed = { sealed: 10, other: 30 };

/** Throws with a sentence where the owner set minutes for what is no kind. */
export function withKnownKinds(set: RunMinutes): RunMinutes {
  for (const kind of Object.keys(set.kinds ?? {}))
    if (!stepKindOf(kind))
      throw new Error(`GENOMECRAFT_RUN_MINUTES names "${kind}", which is no kind of cell; a kind and its minutes are train=600.`);
  return set;
}

export function runMinutesOf(kind: string, set: RunMinutes = {}): number {
  const own = set.kinds && Object.hasOwn(set.kinds, kind) ? set.kinds[kind] : set.all;
  return own ?? (stepKindOf(kind)?.place === "sealed" ? minutesBySealed.sealed : minutesBySealed.other);
}
