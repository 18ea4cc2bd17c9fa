// What this machine lacks of what a step needs, for runs without a server: there is nobody else who could take it.

import { shortagesOf } from "@genomecraft/cells/base/needs.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import { needsOfStep } from "@genomecraft/cells/runtime/needs-of-plan.ts";
import type { PlanStep } from "@genomecraft/cells/runtime/plan.ts";
import { type Lack, lackingHere } from "@genomecraft/cells/session/wait-reason.ts";
import { programAt, workingGpus } from "../capabilities.ts";
import { readKernelConfig } from "../config.ts";

/** Empty: it can run here. GPUs are tried only where one is needed. */
async function lackingForStep(step: PlanStep, memory: number): Promise<readonly Lack[]> {
  const needs = needsOfStep(step);
  const shortages = shortagesOf(needs, {
    memory,
    gpus: (needs.gpu ?? 0) > 0 ? (await workingGpus()).length : 0,
    software: (needs.software ?? []).filter((name) => programAt(name) !== null),
    lab: null,
    site: readKernelConfig().site ?? "",
  });
  return shortages.map((shortage) => (shortage.what === "lab" ? { ...shortage, name: shortage.lab } : shortage));
}

/** Steps that this machine cannot run fail with what is lacking; those before them run. */
export const refusingWhatIsLacking = (executor: Executor, memory: number): Executor => ({
  run: async (plan, hooks, signal) => {
    for (const [index, step] of plan.steps.entries()) {
      const lacks = await lackingForStep(step, memory);
      if (lacks.length === 0) continue;
      if (index > 0) return executor.run({ ...plan, steps: plan.steps.slice(0, index) }, hooks, signal);
      if (step.key) await hooks.ended(0, { ok: false, key: step.key, failure: lackingHere(lacks), ms: 0 });
      return;
    }
    return executor.run(plan, hooks, signal);
  },
});
