// An executor that runs plans in workers of this machine: used by headless runs and, for each lease, by the service.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { type FileRef, isFileRef } from "@genomecraft/cells/base/refs.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import type { WorkerPool } from "./pool/worker-pool.ts";

export interface ExecutorInPlaceOptions {
  readonly pool: () => Promise<WorkerPool>;
  readonly lab: string;
  readonly artifacts: ArtifactStore;
  /** Opens a file that a spec names; null when it is not there. */
  openFile(ref: FileRef): Promise<ByteSource | null>;
}

/** `pool` is asked for at the first plan: a run that finds everything in its cache starts no process. */
export function newExecutorInPlace({ pool, lab, artifacts, openFile }: ExecutorInPlaceOptions): Executor {
  return {
    async run(plan, hooks, signal) {
      const files = new Map<string, ByteSource>();
      for (const ref of filesOfPlan(plan)) {
        const file = await openFile(ref);
        if (file) files.set(ref.digest, file);
      }
      await (await pool()).run({ plan, lab, hooks, files, artifacts }, signal);
    },
  };
}

/** Every file that a plan's specs name, each digest once. */
export function filesOfPlan(plan: Plan): readonly FileRef[] {
  const found = new Map<string, FileRef>();
  const walk = (value: Json): void => {
    if (isFileRef(value)) found.set(value.digest, value);
    else if (Array.isArray(value)) for (const item of value) walk(item as Json);
    else if (typeof value === "object" && value !== null) for (const item of Object.values(value as JsonObject)) walk(item);
  };
  for (const step of plan.steps) walk(step.spec);
  return [...found.values()];
}
