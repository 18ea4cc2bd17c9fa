// How long one step of a run may take (SPEC, R-15). It does not follow from the inputs whether it is enough, so that a run
// that took longer is recorded nowhere and may be tried again.

import { stepKindOf } from "@genomecraft/cells/jobs.ts";

/**
 * Where the owner of the kernel set nothing. Code that a person wrote may have no end (a recursion, a join without a
 * condition), and what reads tables by SQL takes seconds; fits and files of many gigabytes take minutes and do end.
 */
const minutesBySealed = { sealed: 10, other: 30 };
export const runMinutesOf = (kind: string): number =>
  stepKindOf(kind)?.place === "sealed" ? minutesBySealed.sealed : minutesBySealed.other;
