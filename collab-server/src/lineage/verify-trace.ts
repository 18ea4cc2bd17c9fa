// Makes every step of a trace again, each from the inputs on record, so that a tolerance does not add up along the way,
// and compares what comes out. Inline steps are made inside the plan of the step that reads them.

import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { compareArtifacts } from "@genomecraft/cells/artifacts/compare-artifacts.ts";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, PlanStep, StepInput, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { Verification } from "../../contract/lineage.ts";
import type { CellsHere } from "./cells-here.ts";
import { outputsOf, type Trace, type TracedResult } from "./trace-result.ts";

export interface VerifyOptions {
  readonly executor: Executor;
  readonly read: (output: OutputRef, sources: Sources) => Promise<Artifact>;
  /** Whether what is kept of an output is what was stored, from the store itself; null where nothing is kept. */
  readonly isIntact: (output: OutputRef, sources: Sources) => Promise<boolean | null>;
  readonly signal: AbortSignal;
  readonly here: Pick<CellsHere, "nameOf">;
}

type CellVerdict = Verification["cells"][number];

/** What could not be compared is not verified either. */
export const isVerified = ({ verdict }: CellVerdict): boolean => verdict === "identical" || verdict === "within-tolerance";

export async function verifyTrace(trace: Trace, options: VerifyOptions): Promise<Verification> {
  const cells: CellVerdict[] = [];
  for (const node of trace.nodes) {
    if (node.what !== "result") continue;
    const kind = kindOf(node.result.kind);
    if (kind?.place === "inline") continue;
    const base = {
      cell: node.result.cell,
      name: options.here.nameOf(node.result) || node.result.kind,
      kind: node.result.kind,
    };
    if (!kind || node.result.outputs === null) {
      cells.push({ ...base, verdict: "missing" });
      continue;
    }
    const plan = planOf(node, trace);
    if (!plan) {
      cells.push({ ...base, verdict: "missing" });
      continue;
    }
    const outcome = await makeAgain(plan, options);
    const altered = await alteredPort(node, options);
    if (altered !== null) cells.push({ ...base, verdict: "different", why: "kept-altered", where: altered });
    else {
      const judged = await judge(
        outcome,
        { node, made: joinSources(...plan.steps.map(({ sources }) => sources ?? [])) },
        kind.reproduces,
        options,
      );
      const isEarlier = judged.verdict === "different" && outcome?.ok && keyNow(node, kind, trace) !== node.result.key;
      cells.push({ ...base, ...judged, ...(isEarlier ? { why: "made-earlier" as const } : {}) });
    }
  }
  const first = cells.find((cell) => cell.verdict === "different")?.name ?? null;
  return { cells, ok: cells.length > 0 && cells.every(isVerified), first };
}

/** The key that these inputs and this spec have today; null where today's kind does not take the spec as it is. */
function keyNow(node: TracedResult, kind: Kind, trace: Trace): ResultKey | null {
  const spec = kind.schema.safeParse(node.result.spec);
  if (!spec.success) return null;
  const isFile = new Set(trace.nodes.filter(({ what }) => what === "file").map(({ id }) => id));
  const inputs = [...node.inputs].filter(([, input]) => !isFile.has(input.from));
  return resultKey(kind, spec.data, Object.fromEntries(inputs.map(([slot, input]) => [slot, input.digest as Digest])));
}

/** The first output of which something else is kept than was stored. */
async function alteredPort(node: TracedResult, { isIntact }: VerifyOptions): Promise<string | null> {
  for (const [port, output] of Object.entries(outputsOf(node.result)))
    if ((await isIntact(output, node.result.sources)) === false) return port;
  return null;
}

/** The step alone, behind the inline steps that it reads. Null where the making of an input is not on record. */
function planOf(node: TracedResult, trace: Trace): Plan | null {
  let isWhole = true;
  const steps: PlanStep[] = [];
  const indexOf = new Map<string, number>();
  const add = (traced: TracedResult, key: ResultKey | null): void => {
    const inputs: { [slot: string]: StepInput } = {};
    for (const [slot, input] of traced.inputs) {
      const from = trace.nodes.find((other) => other.id === input.from);
      if (from?.what === "file") continue;
      if (from?.what === "value") isWhole = false;
      if (from?.what === "result" && kindOf(from.result.kind)?.place === "inline") {
        if (!indexOf.has(from.id)) add(from, null);
        inputs[slot] = { step: indexOf.get(from.id) ?? 0, port: input.port ?? "out" };
      } else inputs[slot] = { digest: input.digest as Digest };
    }
    indexOf.set(traced.id, steps.length);
    const { result } = traced;
    const { sources } = result;
    steps.push({ cell: result.cell as CellId, kind: result.kind, spec: result.spec as JsonObject, inputs, key, sources });
  };
  add(node, node.result.key as ResultKey);
  return isWhole ? { steps, fresh: true } : null;
}

async function makeAgain(plan: Plan, { executor, signal }: VerifyOptions): Promise<StepOutcome | null> {
  let last: StepOutcome | null = null;
  try {
    await executor.run(
      plan,
      {
        queued: () => {},
        started: () => {},
        progress: () => {},
        log: () => {},
        ended: (step, outcome) => {
          if (step === plan.steps.length - 1 || !outcome.ok) last = outcome;
        },
        lookup: async () => null,
      },
      signal,
    );
  } catch {
    // A worker that was lost tells nothing about the result.
    return null;
  }
  return last;
}

async function judge(
  outcome: StepOutcome | null,
  { node, made }: { readonly node: TracedResult /** Data behind what was made again. */; readonly made: Sources },
  reproduces: "exact" | { readonly atol: number; readonly rtol: number },
  { read }: VerifyOptions,
): Promise<Pick<CellVerdict, "verdict" | "maxError" | "where" | "why">> {
  if (!outcome) return { verdict: "missing" };
  if (!outcome.ok) return { verdict: "different", where: outcome.failure.reason };
  let maxError = 0;
  let differs = false;
  let isNamed = false;
  for (const [port, recorded] of Object.entries(outputsOf(node.result))) {
    const again = outcome.outputs[port];
    if (!again) return { verdict: "different", where: port };
    if (again.digest === recorded.digest) continue;
    const both = await Promise.all([read(again, made), read(recorded, node.result.sources)]).catch(() => null);
    if (!both) return { verdict: "different", where: port };
    const comparison = compareArtifacts(both[0], both[1], reproduces === "exact" ? { atol: 0, rtol: 0 } : reproduces);
    maxError = Math.max(maxError, comparison.maxError);
    const onlyNames = comparison.within && comparison.maxError === 0 && comparison.namesAdded === true;
    if (onlyNames) isNamed = true;
    else differs = true;
    if (!comparison.within || (reproduces === "exact" && !onlyNames)) {
      const where = comparison.where === null ? port : `${port}: ${comparison.where}`;
      return { verdict: "different", where, ...(Number.isFinite(comparison.maxError) ? { maxError: comparison.maxError } : {}) };
    }
  }
  if (differs) return { verdict: "within-tolerance", maxError };
  return { verdict: "identical", ...(isNamed ? { why: "names-added" as const } : {}) };
}
