// What a plan cannot do without: what its steps' kinds and variants say, the most of it.

import type { Needs } from "../base/needs.ts";
import { identityOf, needsTogether } from "../contract/identity.ts";
import { stepKindOf } from "../jobs.ts";
import type { Plan, PlanStep } from "./plan.ts";

export function needsOfStep(step: PlanStep): Needs {
  const kind = stepKindOf(step.kind);
  return kind ? identityOf(kind, step.spec).needs : {};
}

export const needsOfPlan = (plan: Plan): Needs => needsTogether(plan.steps.map(needsOfStep));
