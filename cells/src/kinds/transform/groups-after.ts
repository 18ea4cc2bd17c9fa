// Whom the rows of the answer stand for: carried through the chain by what each step says of itself.

import type { Groups } from "../../contract/step.ts";
import { type Step, stepOf } from "../../steps.ts";

/** Null: no step made groups of the rows. */
export function groupsAfter(steps: readonly Step[]): Groups | null {
  let groups: Groups | null = null;
  for (const step of steps) {
    const card = stepOf(step.verb)?.step;
    if (!step.off && card?.groupsAfter) groups = card.groupsAfter(step, groups);
  }
  return groups;
}
