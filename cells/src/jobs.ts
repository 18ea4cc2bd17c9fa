// What kernels are asked to do that is no cell of a notebook: steps of a plan like any other, by key and lease, but in no
// menu and no document. `stepKindOf` and `stepExecutorOf` know both.

import { executorOf } from "./executors.ts";
import { along } from "./jobs/along/spec.ts";
import { inspect } from "./jobs/inspect/spec.ts";
import { kindOf } from "./kinds.ts";
import type { Execute } from "./contract/execute.ts";
import type { Kind } from "./contract/kind.ts";

const jobs = {
  along: { kind: along, load: () => import("./jobs/along/execute.ts") },
  inspect: { kind: inspect, load: () => import("./jobs/inspect/execute.ts") },
} as const;

/** Runs of these kinds are looks, and no runs of cells. */
export const jobKinds: readonly string[] = Object.keys(jobs);

const jobOf = (name: string): (typeof jobs)[keyof typeof jobs] | null =>
  Object.hasOwn(jobs, name) ? jobs[name as keyof typeof jobs] : null;

export const stepKindOf = (name: string): Kind | null => kindOf(name) ?? jobOf(name)?.kind ?? null;

export async function stepExecutorOf(name: string): Promise<Execute | null> {
  const job = jobOf(name);
  return job ? (await job.load()).execute : executorOf(name);
}
