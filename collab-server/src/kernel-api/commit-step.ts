// One step of a run has ended: its result, its lineage, the audit, what is on show and the event of the feed, in ONE
// transaction under the lease. The server checks that the key is the one that follows from the plan: a kernel cannot put
// results where it likes.

import { sql } from "drizzle-orm";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { stepKindOf } from "@genomecraft/cells/jobs.ts";
import type { Kind } from "@genomecraft/cells/kinds/kind.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { inputSlots, keySpec, resultKey } from "@genomecraft/cells/runtime/result-key.ts";
import type { CellSession, MadeFrom, OutputRef, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import {
  addResult,
  evictResult,
  findResult,
  newestGeneration,
  putShown,
  resultsOfSteps,
  sourcesOfDigests,
} from "@genomecraft/storage/queries/results.ts";
import { extendLease, isShown, type LeaseHold, lockLease, type RunRow } from "@genomecraft/storage/queries/runs.ts";
import { runSteps } from "@genomecraft/storage/schema/index.ts";
import type { CellNews, Feed, FeedItem } from "../feed/feed.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import { filesInSpec } from "../scheduler/sources.ts";
import type { ServerContext } from "../server-context.ts";

export interface CommittedStep {
  readonly run: RunRow;
  /** As recorded: of two that computed the same key the first stands. */
  readonly outcome: StepOutcome;
  readonly sources: readonly string[];
  /** Result of the next step, where there is one already. */
  readonly next: StepOutcome | null;
  readonly said: { readonly news: readonly CellNews[]; readonly items: readonly FeedItem[] } | null;
}

export type StepRefusal = "lease-lost" | "wrong-step" | "wrong-key";

/** Failures that do not follow from the inputs are told, never recorded. */
const isRecorded = (outcome: StepOutcome): boolean =>
  outcome.ok ||
  !["general.internal", "general.worker-lost", "general.out-of-memory", "general.cancelled"].includes(outcome.failure.reason);

export function commitStep(
  context: ServerContext,
  feed: Feed,
  hold: LeaseHold,
  step: number,
  outcome: StepOutcome,
  /** The key that this cell has in the notebook now, as far as this server knows; a result for another one is not its present. */
  presentKey: (notebook: string, cell: CellId) => ResultKey | null,
): Promise<CommittedStep | StepRefusal> {
  return context.db.transaction(async (tx) => {
    const run = await lockLease(tx, hold);
    if (!run) return "lease-lost";
    const plan = run.plan as Plan;
    const planned = plan.steps[step];
    const kind = planned ? stepKindOf(planned.kind) : null;
    if (!planned || !kind) return "wrong-step";
    // The last step's commit brings the earlier ones to the disk with it; lost with the power, they run again.
    if (step < plan.steps.length - 1) await tx.execute(sql`set local synchronous_commit = off`);
    const before = new Map<number, StepOutcome>();
    if (step > 0) for (const [index, { row }] of await resultsOfSteps(tx, run.id)) before.set(index, outcomeOf(row));
    const digests = digestsOf(planned, before);
    if (!digests) return "wrong-step";
    const key = planned.key ?? resultKey(kind, planned.spec, digests);
    if (outcome.key !== key) return "wrong-key";

    const sources = await sourcesOf(tx, run, planned, digests);
    const recorded = isRecorded(outcome)
      ? await record(tx, context, { run, plan, planned, kind, digests, sources, outcome })
      : outcome;
    await tx
      .insert(runSteps)
      .values({ run: run.id, step, lab: run.lab, key, generation: run.generation, ms: Math.round(outcome.ms) })
      .onConflictDoNothing();
    await extendLease(tx, run.id, step + 1);
    before.set(step, recorded);

    const said =
      kind.place === "inline"
        ? null
        : await show(tx, context, feed, { run, planned, kind, digests, sources, outcome: recorded, presentKey });
    const next = plan.fresh ? null : await hitFor(tx, run.lab, plan.steps[step + 1], before);
    return { run, outcome: recorded, sources, next, said };
  });
}

function digestsOf(step: PlanStep, before: ReadonlyMap<number, StepOutcome>): { [slot: string]: Digest } | null {
  const digests: { [slot: string]: Digest } = {};
  for (const [slot, input] of Object.entries(step.inputs)) {
    if ("digest" in input) {
      digests[slot] = input.digest;
      continue;
    }
    const outcome = before.get(input.step);
    const output = outcome?.ok ? outcome.outputs[input.port] : undefined;
    if (!output) return null;
    digests[slot] = output.digest;
  }
  return digests;
}

/** Files that the step's spec names, and those behind its inputs. An input of unknown origin counts as all that the run may read. */
async function sourcesOf(
  tx: Executor,
  run: RunRow,
  step: PlanStep,
  digests: { readonly [slot: string]: Digest },
): Promise<readonly string[]> {
  const sources = new Set(filesInSpec(step.spec).map((file) => file.digest));
  const inputs = [...new Set(Object.values(digests))];
  const known = await sourcesOfDigests(tx, run.lab, inputs);
  for (const digest of inputs) for (const source of known.get(digest) ?? run.sources) sources.add(source);
  return [...sources].sort();
}

interface ToRecord {
  readonly run: RunRow;
  readonly plan: Plan;
  readonly planned: PlanStep;
  readonly kind: Kind;
  readonly digests: { readonly [slot: string]: Digest };
  readonly sources: readonly string[];
  readonly outcome: StepOutcome;
}

/** Writes the result unless one stands already; answers what is recorded. */
async function record(tx: Executor, context: ServerContext, of: ToRecord): Promise<StepOutcome> {
  const { run, plan, planned, kind, digests, sources, outcome } = of;
  const isAsked = plan.fresh && planned.key === run.key;
  let generation = isAsked ? run.generation : 0;
  if (!isAsked) {
    const found = await findResult(tx, run.lab, outcome.key);
    if (found && (found.available || sameContent(outcomeOf(found.row), outcome))) return outcomeOf(found.row);
    if (found) await evictResult(tx, run.lab, outcome.key, found.row.generation);
    generation = (await newestGeneration(tx, run.lab, outcome.key)) + 1;
  }
  const outputs = outcome.ok ? outcome.outputs : null;
  const files = filesInSpec(planned.spec);
  const at = context.now();
  const added = await addResult(tx, {
    row: {
      lab: run.lab,
      key: outcome.key,
      generation,
      kind: planned.kind,
      outputs,
      failure: outcome.ok ? null : outcome.failure,
      ms: outcome.ms,
      made: madeFrom(planned, kind, digests),
      spec: planned.spec,
      sources,
      run: run.id,
      notebook: run.notebook,
      cell: planned.cell,
      cellName: planned.cell === run.cell ? run.cellName : "",
      by: run.by,
      at,
      where: run.kernel ?? "",
      // A verification's answer is compared and never shown: the notebook goes on with the result that it has.
      evicted: isAsked && !(await isShown(tx, run.id, run.notebook)),
    },
    outputs: Object.entries(outputs ?? {}).map(([port, output]) => ({
      port,
      digest: output.digest,
      type: output.summary.type,
      inline: output.inline !== undefined && ["figure", "report", "value"].includes(output.summary.type),
    })),
    inputs: [
      ...Object.entries(digests).map(([slot, digest]) => ({ slot, digest: digest as string, file: null })),
      ...files.map((file, index) => ({ slot: `file${index}`, digest: file.digest, file: file.name })),
    ],
  });
  if (added && kind.place !== "inline") {
    await context.audit.record(tx, {
      lab: run.lab,
      user: run.by,
      action: outcome.ok ? "run.result" : "run.failure",
      target: run.notebook,
      detail: {
        run: run.id,
        cell: planned.cell,
        key: outcome.key,
        generation,
        ...(outputs
          ? { outputs: Object.fromEntries(Object.entries(outputs).map(([port, output]) => [port, output.digest])) }
          : {}),
        ...(outcome.ok ? {} : { failure: outcome.failure.reason }),
        ...(files.length > 0 ? { files: files.map((file) => file.digest) } : {}),
      },
    });
  }
  return outcome;
}

function sameContent(a: StepOutcome, b: StepOutcome): boolean {
  if (!a.ok || !b.ok) return a.ok === b.ok;
  const ports = Object.keys(a.outputs);
  return (
    ports.length === Object.keys(b.outputs).length && ports.every((port) => a.outputs[port]?.digest === b.outputs[port]?.digest)
  );
}

function madeFrom(step: PlanStep, kind: Kind, digests: { readonly [slot: string]: Digest }): MadeFrom {
  const cellOf = new Map(inputSlots(kind, step.spec).map((slot) => [slot.name, slot.ref?.ref ?? ("" as CellId)]));
  return {
    version: kind.version,
    spec: keySpec(kind, step.spec),
    inputs: Object.fromEntries(
      Object.entries(digests).map(([slot, digest]) => [slot, { cell: cellOf.get(slot) ?? ("" as CellId), digest }]),
    ),
  };
}

/** What the notebook of the run shows from now on, told in this same transaction. */
async function show(
  tx: Executor,
  context: ServerContext,
  feed: Feed,
  of: Omit<ToRecord, "plan"> & { readonly presentKey: (notebook: string, cell: CellId) => ResultKey | null },
): Promise<CommittedStep["said"]> {
  const { run, planned, kind, digests, sources, outcome, presentKey } = of;
  const present = presentKey(run.notebook, planned.cell);
  if ((present !== null && present !== outcome.key) || !(await isShown(tx, run.id, run.notebook))) return null;
  let session: CellSession;
  if (outcome.ok) {
    const shown: ShownResult = {
      key: outcome.key,
      outputs: outcome.outputs as { readonly [port: string]: OutputRef },
      at: context.now(),
      by: run.by,
      ms: outcome.ms,
      made: madeFrom(planned, kind, digests),
    };
    await putShown(tx, { notebook: run.notebook, lab: run.lab, cell: planned.cell, shown, at: shown.at });
    session = { cell: planned.cell, status: { state: "fresh", key: outcome.key, reused: null }, shown, key: outcome.key };
  } else {
    // What was on show stays: the scheduler says the failure with it.
    return null;
  }
  const news: CellNews[] = [{ cell: planned.cell, session, sources }];
  return { news, items: await feed.write(tx, run.notebook, run.lab, news) };
}

async function hitFor(
  tx: Executor,
  lab: string,
  next: PlanStep | undefined,
  before: ReadonlyMap<number, StepOutcome>,
): Promise<StepOutcome | null> {
  const kind = next ? stepKindOf(next.kind) : null;
  if (!next || !kind || kind.place === "inline") return null;
  const digests = digestsOf(next, before);
  if (!digests) return null;
  const found = await findResult(tx, lab, resultKey(kind, next.spec, digests));
  return found?.available ? outcomeOf(found.row) : null;
}
