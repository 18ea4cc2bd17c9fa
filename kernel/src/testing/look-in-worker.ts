// A worker behind walls that looks into files, as one does for what is dropped: its report, or how the look ended.

import { createHash } from "node:crypto";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { inspect } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { localLauncher } from "../launch/local.ts";
import { WorkerPool } from "../pool/worker-pool.ts";
import { probeSandbox } from "../sandbox/choose-walls.ts";
import { act } from "./run-hostile.ts";

export interface LookingWorker {
  look(name: string, bytes: Uint8Array): Promise<unknown>;
  close(): Promise<void>;
}

export async function lookingWorker(memoryBytes: number): Promise<LookingWorker> {
  const walls = (await probeSandbox()).ok ? "bubblewrap" : "trusted";
  const pool = new WorkerPool({ launcher: localLauncher, lanes: 1, walls, memoryBytes, spare: false });
  return {
    close: () => pool.close(),
    async look(name, bytes) {
      const digest = createHash("sha256").update(bytes).digest("hex");
      const spec = { file: { digest, name, size: bytes.length }, name };
      const key: ResultKey = resultKey(inspect, spec, {});
      const steps = [{ cell: "" as CellId, kind: "inspect", spec, inputs: {}, key }];
      const { outcomes } = await act(pool, steps, { files: new Map([[digest as Digest, bytesAsSource(bytes)]]) });
      const outcome = outcomes.get(0);
      return outcome?.ok ? (outcome.outputs.out?.inline as { readonly body: unknown } | undefined)?.body : outcome;
    },
  };
}
