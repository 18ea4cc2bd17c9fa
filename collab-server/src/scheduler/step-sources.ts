// Which data sets stand behind each step of a plan, and for which of them each of its inputs is asked: by this it is decided
// whose result it is, and whether bytes that are kept are there for it.

import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { joinSources, markOfSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import { sourcesBehind } from "@genomecraft/cells/runtime/spec-sources.ts";

/** What of a run it takes. */
export interface PlannedRun {
  readonly plan: unknown;
  /** All that it may read. */
  readonly sources: Sources;
}

/**
 * What the notebook that asked knows to stand behind a step, and at least the files that its spec and the steps before it
 * name. A plan that was asked for before plans said so counts as made of all that its run may read.
 */
export function sourcesOfPlanned(run: PlannedRun, index: number): Sources {
  const { steps } = run.plan as Plan;
  const behind = (at: number): Sources => {
    const step = steps[at];
    if (!step) return [];
    const earlier = Object.values(step.inputs).flatMap((input) =>
      "step" in input && input.step < at ? [behind(input.step)] : [],
    );
    return joinSources(step.sources ?? [...run.sources].sort(), sourcesBehind(step.spec, earlier));
  };
  return behind(index);
}

/**
 * What the plan reads and does not make itself, once for each set of data behind a step that reads it: what comes out of a
 * step counts as made of these, so nothing else may go in.
 */
export function inputsAsked(run: PlannedRun): readonly { readonly digest: Digest; readonly sources: Sources }[] {
  const asked = new Map<string, { readonly digest: Digest; readonly sources: Sources }>();
  for (const [index, step] of (run.plan as Plan).steps.entries()) {
    const digests = Object.values(step.inputs).flatMap((input) => ("digest" in input ? [input.digest] : []));
    if (digests.length === 0) continue;
    const sources = sourcesOfPlanned(run, index);
    for (const digest of digests) asked.set(`${digest} ${markOfSources(sources)}`, { digest, sources });
  }
  return [...asked.values()];
}
