// Recomputes every result that is kept of a notebook and compares it: identical, within the kind's tolerance, or
// different, and where first. What is kept is compared itself, byte for byte through its digest, never what is said of it.
// Each cell is computed from its recorded inputs, so that tolerances do not add up along a chain. Used by
// `genomecraft verify`.

import path from "node:path";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { decodeArtifact, encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { compareArtifacts } from "@genomecraft/cells/artifacts/compare-artifacts.ts";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { ok, type Result } from "@genomecraft/cells/base/result.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import { sourcesByCell } from "@genomecraft/cells/runtime/sources-by-cell.ts";
import type { StepInput, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { type ArtifactStore, memoryArtifactStore } from "../artifact-store.ts";
import { newExecutorInPlace } from "../executor-in-place.ts";
import type { RunMinutes } from "../config.ts";
import { FolderResults, isWhole } from "./folder-results.ts";
import { localFile } from "./local-file.ts";
import { filesIn, openNotebook, type OpenRefusal } from "./open-notebook.ts";
import { lazyPool, openedRuntime } from "./run-notebook.ts";

export interface CellVerdict {
  readonly id: CellId;
  readonly name: string;
  readonly kind: string;
  readonly verdict: "identical" | "within-tolerance" | "different" | "missing";
  readonly maxError?: number;
  /** Port, then column or path; a file; the cell that it reads; or the reason of a failure. */
  readonly where?: string;
  /**
   * Why a cell is different: what is kept was changed after it was made; its data file was; a cell that it reads has one
   * of these; of what a server verified, an earlier release made it. Absent: it gives something else. Of what is identical:
   * its file now names what it did not name.
   */
  readonly why?: "kept-altered" | "data-changed" | "reads-changed" | "made-earlier" | "names-added";
}

export interface Verification {
  readonly cells: readonly CellVerdict[];
  /** There are results, each was compared, and none differs. */
  readonly ok: boolean;
  /** The first cell in order of dependence that differs. */
  readonly first: string | null;
}

export interface VerifyOptions {
  readonly folder?: string;
  readonly onCell?: (verdict: CellVerdict) => void;
  readonly signal?: AbortSignal;
  /** Minutes that one cell may run. */
  readonly runMinutes?: RunMinutes;
  /** Of the worker; as for a run. */
  readonly memoryBytes?: number;
}

export async function verifyNotebookFile(file: string, options: VerifyOptions = {}): Promise<Result<Verification, OpenRefusal>> {
  const opening = await openNotebook(file, [], { rehash: true });
  if (!opening.ok) return opening;
  const opened = opening.value;
  const results = new FolderResults(options.folder ?? opened.folder, path.basename(opened.file));
  // Without an executor the runtime only finds what is kept: here as it was written down, not as it would be used.
  const runtime = openedRuntime(
    opened,
    { find: (key) => results.recorded(key), shown: (cell) => results.wasShown(cell), show: async () => {} },
    { executor: null },
  );
  await runtime.idle();
  const sessions = runtime.session();
  runtime.dispose();

  const graph = dependencyGraph(opened.notebook, kindOf);
  const { runMinutes, memoryBytes } = options;
  const workers = lazyPool({
    lanes: 1,
    ...(runMinutes ? { runMinutes } : {}),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
  });
  const verdicts: CellVerdict[] = [];
  /** Cells whose data changed, and what reads them. */
  const changed = new Map<CellId, string>();
  /** Outputs as they were recorded. */
  const known = new Map<CellId, { readonly [port: string]: OutputRef }>();
  /** What was made again of results that are kept no more as they were: inputs of the next cells. */
  const healed = new Map<Digest, Uint8Array>();
  const sources = sourcesByCell(graph);
  try {
    for (const id of graph.order) {
      const node = graph.cells.get(id);
      const session = sessions.get(id);
      if (!node?.kind || node.cell.mode === "off") continue;
      const base = { id, name: node.cell.name, kind: node.cell.kind };
      const stands = standing(session, opened.dataProblems.has(id), filesIn(node.cell.spec), node.slots, changed);
      if (stands) changed.set(id, node.cell.name);
      if (node.kind.place === "inline") continue;
      let verdict: CellVerdict = { ...base, verdict: "missing" };
      const recorded = session?.key ? await results.recorded(session.key) : null;
      if (stands) verdict = { ...base, verdict: "different", ...stands };
      else if (session?.status.state === "fresh" && session.key && recorded?.outcome.ok) {
        const inputs: { [slot: string]: StepInput } = {};
        const inline: { readonly digest: Digest; readonly artifact: Artifact }[] = [];
        for (const slot of node.slots) {
          const output = (known.get(slot.cell) ?? sessions.get(slot.cell)?.shown?.outputs)?.[slot.port];
          if (!output) continue;
          inputs[slot.name] = { digest: output.digest };
          const isInline = graph.cells.get(slot.cell)?.kind?.place === "inline";
          if (isInline && output.inline !== undefined)
            inline.push({ digest: output.digest, artifact: artifactFromJson(output.inline) });
        }
        const made = memoryArtifactStore();
        const outcome = await recompute({
          workers,
          opened,
          store: overlay(results, made, inline, healed),
          step: { cell: id, kind: node.cell.kind, spec: node.spec, inputs, key: session.key, sources: sources.get(id) ?? [] },
          signal: options.signal ?? new AbortController().signal,
        });
        const { outputs } = recorded.outcome;
        known.set(id, outputs);
        verdict = { ...base, ...(await judge(outcome, outputs, node.kind.reproduces, made, results)) };
        const altered = await alteredIn(outputs, session.shown?.outputs ?? {}, results, made, outcome);
        if (altered) {
          verdict = { ...base, ...altered };
          for (const [digest, bytes] of made.entries) healed.set(digest as Digest, bytes);
        }
      }
      verdicts.push(verdict);
      options.onCell?.(verdict);
    }
  } finally {
    await workers.close();
  }
  const first = verdicts.find((verdict) => verdict.verdict === "different")?.name ?? null;
  const isWholeNotebook = verdicts.length > 0 && verdicts.every((verdict) => verdict.verdict !== "missing");
  return ok({ cells: verdicts, ok: isWholeNotebook && first === null, first });
}

/** Null where the cell's data are those that it was made from, as far as digests of files say. */
function standing(
  session: CellSession | undefined,
  isProblem: boolean,
  files: ReturnType<typeof filesIn>,
  slots: readonly { readonly cell: CellId }[],
  changed: ReadonlyMap<CellId, string>,
): Pick<CellVerdict, "why" | "where"> | null {
  const where = files.find((ref) => ref.path !== undefined)?.path ?? files[0]?.name ?? "";
  if (isProblem) return { why: "data-changed", where };
  // A file that the notebook names without its digest: the result on show was made from another.
  const made = session?.status.state === "fresh" ? undefined : session?.shown?.made;
  if (made && files.length > 0) {
    const before = new Set(digestsIn(made.spec));
    if (before.size > 0 && files.some((ref) => !before.has(ref.digest))) return { why: "data-changed", where };
  }
  const from = slots.find((slot) => changed.has(slot.cell));
  return from ? { why: "reads-changed", where: changed.get(from.cell) ?? "" } : null;
}

/** Files as they entered a key. */
function digestsIn(spec: Json): readonly string[] {
  if (Array.isArray(spec)) return spec.flatMap((item: Json) => digestsIn(item));
  if (!isJsonObject(spec)) return [];
  return typeof spec["digest"] === "string" ? [spec["digest"]] : Object.values(spec).flatMap(digestsIn);
}

/** What is kept of a result, against its digests; where the content can be read still, the place of the first difference. */
async function alteredIn(
  outputs: { readonly [port: string]: OutputRef },
  shown: { readonly [port: string]: OutputRef },
  results: FolderResults,
  made: ArtifactStore,
  outcome: StepOutcome | null,
): Promise<Pick<CellVerdict, "verdict" | "why" | "where" | "maxError"> | null> {
  for (const [port, output] of Object.entries(outputs)) {
    const onShow = shown[port];
    const isKept = (await results.check(output.digest)) !== null;
    if (isKept && isWhole(output) && (!onShow || (onShow.digest === output.digest && isWhole(onShow)))) continue;
    const different = { verdict: "different", why: "kept-altered", where: port } as const;
    const again = outcome?.ok ? outcome.outputs[port] : undefined;
    const [now, before] = await Promise.all([again ? made.get(again.digest) : null, results.read(output.digest)]);
    const a = now ? decodeArtifact(now) : null;
    const b = before ? decodeArtifact(before) : null;
    if (!a?.ok || !b?.ok || isKept) return different;
    try {
      const { where, maxError } = compareArtifacts(a.value, b.value, { atol: 0, rtol: 0 });
      if (where === null) return different;
      return { ...different, where: `${port}: ${where}`, ...(Number.isFinite(maxError) ? { maxError } : {}) };
    } catch {
      return different;
    }
  }
  return null;
}

/** Reads what is kept, writes beside it: a wrong result must not take the place of a right one. */
const overlay = (
  kept: ArtifactStore,
  made: ArtifactStore,
  inline: readonly { readonly digest: Digest; readonly artifact: Artifact }[],
  healed: ReadonlyMap<Digest, Uint8Array>,
): ArtifactStore => ({
  get: async (digest) => {
    const found = inline.find((entry) => entry.digest === digest);
    return found ? encodeArtifact(found.artifact) : (healed.get(digest) ?? kept.get(digest));
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
    openFile: (digest) => {
      const at = options.opened.paths.get(digest);
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
