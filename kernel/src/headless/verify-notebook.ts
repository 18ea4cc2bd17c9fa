// Recomputes every result that is kept of a notebook and compares it: identical, within the kind's tolerance, or
// different, and where first. Each cell is computed from its recorded inputs, so that tolerances do not add up along a
// chain. Used by `genomecraft verify`.

import path from "node:path";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { decodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import { ok, type Result } from "@genomecraft/cells/base/result.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { StepInput, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { type ArtifactStore, memoryArtifactStore } from "../artifact-store.ts";
import { newExecutorInPlace } from "../executor-in-place.ts";
import { compareArtifacts } from "@genomecraft/cells/artifacts/compare-artifacts.ts";
import { FolderResults } from "./folder-results.ts";
import { localFile } from "./local-file.ts";
import { openNotebook, type OpenRefusal } from "./open-notebook.ts";
import { lazyPool, openedRuntime } from "./run-notebook.ts";

export interface CellVerdict {
  readonly id: CellId;
  readonly name: string;
  readonly kind: string;
  readonly verdict: "identical" | "within-tolerance" | "different" | "missing";
  readonly maxError?: number;
  /** Port, then column or path. */
  readonly where?: string;
}

export interface Verification {
  readonly cells: readonly CellVerdict[];
  /** Nothing differs and something was compared. */
  readonly ok: boolean;
  /** The first cell in order of dependence that differs. */
  readonly first: string | null;
}

export interface VerifyOptions {
  readonly folder?: string;
  readonly onCell?: (verdict: CellVerdict) => void;
  readonly signal?: AbortSignal;
}

export async function verifyNotebookFile(file: string, options: VerifyOptions = {}): Promise<Result<Verification, OpenRefusal>> {
  const opening = await openNotebook(file);
  if (!opening.ok) return opening;
  const opened = opening.value;
  const results = new FolderResults(options.folder ?? opened.folder, path.basename(opened.file));
  // Without an executor the runtime only finds what is kept.
  const runtime = openedRuntime(opened, results, { executor: null });
  await runtime.idle();
  const sessions = runtime.session();
  runtime.dispose();

  const graph = dependencyGraph(opened.notebook, kindOf);
  const workers = lazyPool({ lanes: 1 });
  const verdicts: CellVerdict[] = [];
  try {
    for (const id of graph.order) {
      const node = graph.cells.get(id);
      const session = sessions.get(id);
      if (!node?.kind || node.kind.place === "inline" || node.cell.mode === "off") continue;
      const base = { id, name: node.cell.name, kind: node.cell.kind };
      const recorded = session?.status.state === "fresh" ? session.shown : null;
      let verdict: CellVerdict = { ...base, verdict: "missing" };
      if (recorded && session?.key) {
        const inputs: { [slot: string]: StepInput } = {};
        const inline: { readonly digest: Digest; readonly artifact: Artifact }[] = [];
        for (const slot of node.slots) {
          const output = sessions.get(slot.cell)?.shown?.outputs[slot.port];
          if (!output) continue;
          inputs[slot.name] = { digest: output.digest };
          if (output.inline !== undefined) inline.push({ digest: output.digest, artifact: output.inline as unknown as Artifact });
        }
        const made = memoryArtifactStore();
        const outcome = await recompute({
          workers,
          opened,
          store: overlay(results, made, inline),
          step: { cell: id, kind: node.cell.kind, spec: node.spec, inputs, key: session.key },
          signal: options.signal ?? new AbortController().signal,
        });
        verdict = { ...base, ...(await judge(outcome, recorded.outputs, node.kind.reproduces, made, results)) };
      }
      verdicts.push(verdict);
      options.onCell?.(verdict);
    }
  } finally {
    await workers.close();
  }
  const first = verdicts.find((verdict) => verdict.verdict === "different")?.name ?? null;
  const compared = verdicts.some((verdict) => verdict.verdict !== "missing");
  return ok({ cells: verdicts, ok: compared && first === null, first });
}

/** Reads what is kept, writes beside it: a wrong result must not take the place of a right one. */
const overlay = (
  kept: ArtifactStore,
  made: ArtifactStore,
  inline: readonly { readonly digest: Digest; readonly artifact: Artifact }[],
): ArtifactStore => ({
  get: async (digest) => {
    const found = inline.find((entry) => entry.digest === digest);
    return found ? encodeArtifact(found.artifact) : kept.get(digest);
  },
  put: (digest, bytes) => made.put(digest, bytes),
});

async function recompute(options: {
  readonly workers: ReturnType<typeof lazyPool>;
  readonly opened: { readonly paths: ReadonlyMap<string, string> };
  readonly store: ArtifactStore;
  readonly step: Parameters<ReturnType<typeof newExecutorInPlace>["run"]>[0]["steps"][number];
  readonly signal: AbortSignal;
}): Promise<StepOutcome | null> {
  let outcome: StepOutcome | null = null;
  const executor = newExecutorInPlace({
    pool: options.workers.pool,
    lab: "here",
    artifacts: options.store,
    openFile: (ref) => {
      const at = options.opened.paths.get(ref.digest);
      return at === undefined ? Promise.resolve(null) : localFile(at);
    },
  });
  await executor.run(
    { steps: [options.step], fresh: true },
    {
      queued: () => {},
      started: () => {},
      progress: () => {},
      log: () => {},
      ended: (_step, ended) => {
        outcome = ended;
      },
      lookup: async () => null,
    },
    options.signal,
  );
  return outcome;
}

async function judge(
  outcome: StepOutcome | null,
  recorded: { readonly [port: string]: { readonly digest: Digest } },
  reproduces: "exact" | { readonly atol: number; readonly rtol: number },
  made: ArtifactStore,
  kept: ArtifactStore,
): Promise<Pick<CellVerdict, "verdict" | "maxError" | "where">> {
  if (!outcome?.ok) return { verdict: "different", where: outcome ? outcome.failure.reason : "not run" };
  let maxError = 0;
  let differs = false;
  for (const [port, { digest }] of Object.entries(recorded)) {
    const again = outcome.outputs[port];
    if (!again) return { verdict: "different", where: port };
    if (again.digest === digest) continue;
    differs = true;
    if (reproduces === "exact") return { verdict: "different", where: port };
    const [now, before] = await Promise.all([made.get(again.digest), kept.get(digest)]);
    const a = now ? decodeArtifact(now) : null;
    const b = before ? decodeArtifact(before) : null;
    if (!a?.ok || !b?.ok) return { verdict: "different", where: port };
    const comparison = compareArtifacts(a.value, b.value, reproduces);
    maxError = Math.max(maxError, comparison.maxError);
    if (!comparison.within)
      return { verdict: "different", maxError: comparison.maxError, where: `${port}: ${comparison.where ?? ""}` };
  }
  return differs ? { verdict: "within-tolerance", maxError } : { verdict: "identical" };
}
