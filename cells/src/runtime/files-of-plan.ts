// Which files a plan reads: those that the specs of its steps name, and where a kind reads the files behind its inputs, those of
// the data sets behind the step. Whoever runs it decides which of these may be read.

import { stepKindOf } from "../jobs.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { filesInSpec } from "./spec-sources.ts";

export interface FileOfPlan {
  readonly digest: string;
  /** Null: behind an input, by whatever name. */
  readonly name: string | null;
  readonly size: number | null;
}

export function filesOfStep(step: PlanStep): readonly FileOfPlan[] {
  const named: readonly FileOfPlan[] = filesInSpec(step.spec);
  if (!stepKindOf(step.kind)?.readsFiles) return named;
  const behind = (step.sources ?? []).filter((digest) => !named.some((file) => file.digest === digest));
  return [...named, ...behind.map((digest) => ({ digest, name: null, size: null }))];
}

/** Each digest once; under the name that a spec gives it, where one does. */
export function filesOfPlan(plan: Plan): readonly FileOfPlan[] {
  const found = new Map<string, FileOfPlan>();
  for (const file of plan.steps.flatMap(filesOfStep))
    if (file.name !== null || !found.has(file.digest)) found.set(file.digest, file);
  return [...found.values()];
}
