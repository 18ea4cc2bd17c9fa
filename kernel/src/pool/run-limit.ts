// How long one step of a run may take (SPEC, R-15). It does not follow from the inputs whether it is enough, so that a run
// that took longer is recorded nowhere and may be tried again.

import { stepKindOf } from "@genomecraft/cells/jobs.ts";

/**
 * Where the owner of the kernel set nothing. Code that a person wrote may have no end (a recursion, a join without a
 * condition), and what reads tables by SQL takes seconds; fits and files of many gigabytes take minutes and do end.
 */
const minutesBySealed = { sealed: 10, other: 30 };

/** Minutes as the owner of a kernel set them: by kind, and for all that have none of their own. */
export interface RunMinutes {
  readonly all?: number;
  readonly kinds?: { readonly [kind: string]: number };
}

export function runMinutesOf(kind: string, set: RunMinutes = {}): number {
  const own = set.kinds && Object.hasOwn(set.kinds, kind) ? set.kinds[kind] : set.all;
  return own ?? (stepKindOf(kind)?.place === "sealed" ? minutesBySealed.sealed : minutesBySealed.other);
}
