// An executor that runs plans in workers of this machine: used by headless runs and, for each lease, by the service.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import { filesOfPlan } from "@genomecraft/cells/runtime/files-of-plan.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import type { WorkerPool } from "./pool/worker-pool.ts";

export interface ExecutorInPlaceOptions {
  readonly pool: () => Promise<WorkerPool>;
  readonly lab: string;
  readonly artifacts: ArtifactStore;
  /** Opens a file that the plan reads; null when it is not there. */
  openFile(digest: string): Promise<ByteSource | null>;
}

/** `pool` is asked for at the first plan: a run that finds everything in its cache starts no process. */
export function newExecutorInPlace({ pool, lab, artifacts, openFile }: ExecutorInPlaceOptions): Executor {
  return {
    async run(plan, hooks, signal) {
      const files = new Map<string, ByteSource>();
      for (const { digest } of filesOfPlan(plan)) {
        const file = await openFile(digest);
        if (file) files.set(digest, file);
      }
      await (await pool()).run({ plan, lab, hooks, files, artifacts }, signal);
    },
  };
}
