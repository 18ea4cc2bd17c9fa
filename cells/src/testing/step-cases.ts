// The cases of a step, found in its folder: a step without any fails the suite. For tests only.

import type { StepCases } from "./describe-step.ts";

export async function casesOf(verb: string): Promise<StepCases> {
  const found: { readonly cases: StepCases } = await import(`../steps/${verb}/cases.ts`);
  return found.cases;
}
