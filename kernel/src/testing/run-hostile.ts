// Runs acts of the hostile worker through a pool: what the tests of sandbox and pool have in common.

import path from "node:path";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import type { PlanStep, StepInput, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { type ArtifactStore, memoryArtifactStore } from "../artifact-store.ts";
import { localLauncher } from "../launch/local.ts";
import { WorkerPool, type WorkerPoolOptions } from "../pool/worker-pool.ts";

export const hostileEntry = path.join(import.meta.dirname, "hostile-worker.ts");

export const hostilePool = (options: Partial<WorkerPoolOptions> = {}): WorkerPool =>
  new WorkerPool({
    launcher: localLauncher,
    lanes: 1,
    walls: "bubblewrap",
    memoryBytes: 300 << 20,
    tmpBytes: 16 << 20,
    workerEntry: hostileEntry,
    isSealed: () => false,
    ...options,
  });

export interface Heard {
  readonly outcomes: Map<number, StepOutcome>;
  readonly events: string[];
  logged: string;
}

export const step = (
  act: string,
  more: JsonObject = {},
  inputs: { readonly [slot: string]: StepInput } = {},
  key: string | null = "0".repeat(64),
): PlanStep => ({
  cell: `cell_${act}` as CellId,
  kind: "hostile",
  spec: { act, ...more },
  inputs,
  key: key as PlanStep["key"],
});

export function listen(): { readonly hooks: PlanHooks; readonly heard: Heard } {
  const heard: Heard = { outcomes: new Map(), events: [], logged: "" };
  const hooks: PlanHooks = {
    queued: (at, _run, position) => heard.events.push(`queued ${at} ${position}`),
    started: (at) => heard.events.push(`started ${at}`),
    progress: (at, fraction, note) => heard.events.push(`progress ${at} ${fraction} ${note?.key}`),
    log: (_at, text) => {
      heard.logged += text;
    },
    ended: (at, outcome) => {
      heard.events.push(`ended ${at}`);
      heard.outcomes.set(at, outcome);
    },
    lookup: async () => null,
  };
  return { hooks, heard };
}

/** Runs steps in the pool and answers what was heard. */
export async function act(
  pool: WorkerPool,
  steps: readonly PlanStep[],
  more: {
    readonly lab?: string;
    readonly signal?: AbortSignal;
    readonly files?: ReadonlyMap<string, ByteSource>;
    readonly artifacts?: ArtifactStore;
    readonly hooks?: Partial<PlanHooks>;
  } = {},
): Promise<Heard> {
  const { hooks, heard } = listen();
  await pool.run(
    {
      plan: { steps, fresh: false },
      lab: more.lab ?? "lab_a",
      hooks: { ...hooks, ...more.hooks },
      files: more.files ?? new Map(),
      artifacts: more.artifacts ?? memoryArtifactStore(),
    },
    more.signal ?? new AbortController().signal,
  );
  return heard;
}

/** The value that a step answered. */
export function valueOf(heard: Heard, at = 0): Json {
  const outcome = heard.outcomes.get(at);
  if (!outcome?.ok) return { failed: outcome ? outcome.failure.reason : "nothing" };
  return (outcome.outputs.out?.inline as { readonly value?: Json } | undefined)?.value ?? null;
}

export const digest = (letter: string): Digest => letter.repeat(64) as Digest;
