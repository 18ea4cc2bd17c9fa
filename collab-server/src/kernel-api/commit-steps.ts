// Steps of a run have ended: their results, their lineage, the audit, what is on show and the events of the feed, in ONE
// transaction under the lease. The server checks that the key is the one that follows from the plan: a kernel cannot put
// results where it likes.

import { artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { stepKindOf } from "@genomecraft/cells/jobs.ts";
// Which failures are recorded is said beside their words.
import "@genomecraft/cells/all-words.ts";
import { isRetryable } from "@genomecraft/cells/messages/catalogue.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { madeFrom } from "@genomecraft/cells/runtime/made-from.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { inputSlots, resultKey } from "@genomecraft/cells/contract/result-key.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { CellSession, MadeFrom, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { AuditEvent } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import {
  addResults,
  evictResult,
  type KnownResult,
  type NewResult,
  knownResults,
  nameOfResult,
  resultsOfSteps,
} from "@genomecraft/storage/queries/results.ts";
import { addSteps, type LeaseHold, lockLease } from "@genomecraft/storage/queries/leases.ts";
import { type RunRow } from "@genomecraft/storage/queries/runs.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import type { Feed } from "../feed/feed.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";
import { sourcesOfPlanned } from "../scheduler/step-sources.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import { filesOfStep } from "@genomecraft/cells/runtime/files-of-plan.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { ServerContext } from "../server-context.ts";
import type { CellNews, FeedItem, ShownNews } from "../session-news.ts";

export interface StepReport {
  readonly step: number;
  readonly outcome: StepOutcome;
}

export interface CommittedSteps {
  readonly run: RunRow;
  /** As recorded: of two that computed the same key the first stands. */
  readonly steps: readonly (StepReport & { readonly sources: Sources })[];
  readonly said: { readonly news: readonly ShownNews[]; readonly items: readonly FeedItem[] } | null;
}

export type StepRefusal =
  | { readonly refused: "lease-lost" }
  | { readonly refused: "wrong-step" | "wrong-key"; readonly step: number };

/** Failures that do not follow from the inputs are told, never recorded. */
const isRecorded = (outcome: StepOutcome): boolean => outcome.ok || !isRetryable(outcome.failure);

/** How the notebook of a run stands now, as far as this server knows. */
export interface PresentGraph {
  /** A result for another key than this is not the cell's present one. */
  presentKey(notebook: string, cell: CellId): ResultKey | null;
  /** Data sets behind the cell as it reads now. */
  presentSources(notebook: string, cell: CellId): Sources;
}

/** Reports in the order of their steps. Somebody waits for the figure at the end: few statements, however many steps. */
export function commitSteps(
  context: ServerContext,
  feed: Feed,
  hold: LeaseHold,
  reports: readonly StepReport[],
  present: PresentGraph,
): Promise<CommittedSteps | StepRefusal> {
  return context.db.transaction(async (tx) => {
    // The end of the run brings its steps to the disk; lost with the power before that, they run again.
    const lease = await lockLease(tx, hold);
    if (!lease) return { refused: "lease-lost" };
    const { run, shows } = lease;
    const plan = run.plan as Plan;
    const before = new Map<number, StepOutcome>();
    if (reports.some(({ step }) => readsEarlier(plan.steps[step], reports)))
      for (const [index, { row }] of await resultsOfSteps(tx, run.id)) before.set(index, outcomeOf(row));
    const known = await knownResults(
      tx,
      run.lab,
      reports.map(({ outcome }) => outcome.key),
    );

    const steps: Step[] = [];
    /** Of this very report: two cells that say the same have one result. */
    const settled = new Map<string, StepOutcome>();
    for (const { step, outcome } of reports) {
      const planned = plan.steps[step];
      const kind = planned ? stepKindOf(planned.kind) : null;
      const digests = planned ? digestsOf(planned, before) : null;
      if (!planned || !kind || !digests || steps.some((other) => other.step === step)) return { refused: "wrong-step", step };
      if (outcome.key !== (planned.key ?? resultKey(kind, planned.spec, digests))) return { refused: "wrong-key", step };
      const sources = sourcesOfPlanned(run, step);
      const name = nameOfResult({ key: outcome.key, sourceSet: sourceSet(sources) });
      const there = settled.get(name);
      const decided =
        there || !isRecorded(outcome)
          ? { outcome: there ?? outcome, generation: null }
          : await decide(tx, run, plan.fresh && planned.key === run.key, known.get(name), outcome);
      settled.set(name, decided.outcome);
      before.set(step, decided.outcome);
      steps.push({ step, planned, kind, digests, sources, ...decided });
    }
    await record(tx, context, run, shows, steps);
    await addSteps(
      tx,
      run,
      steps.map(({ step, outcome, sources }) => ({
        step,
        key: outcome.key,
        sourceSet: sourceSet(sources),
        ms: outcome.ms,
      })),
    );
    const said = shows ? await show(tx, context, feed, run, steps, present) : null;
    return { run, steps, said };
  });
}

interface Step extends StepReport {
  readonly planned: PlanStep;
  readonly kind: Kind;
  readonly digests: { readonly [slot: string]: Digest };
  /** Null: another result stands, or this is none. */
  readonly generation: number | null;
  readonly sources: Sources;
}

const readsEarlier = (step: PlanStep | undefined, reports: readonly StepReport[]): boolean =>
  Object.values(step?.inputs ?? {}).some((input) => "step" in input && !reports.some(({ step: at }) => at === input.step));

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

/** What stands under the step's key: a result that is there already, or this one, as a generation of its own. */
async function decide(
  tx: Executor,
  run: RunRow,
  isAskedAnew: boolean,
  known: KnownResult | undefined,
  outcome: StepOutcome,
): Promise<{ readonly outcome: StepOutcome; readonly generation: number | null }> {
  if (isAskedAnew) return { outcome, generation: run.generation };
  const standing = known?.standing ?? null;
  if (standing) {
    const there = outcomeOf(standing.row);
    if (standing.available || sameContent(there, outcome)) return { outcome: there, generation: null };
    await evictResult(tx, standing.row);
  }
  return { outcome, generation: (known?.newest ?? -1) + 1 };
}

/** Writes the results that are new, their lineage and their audit. */
async function record(tx: Executor, context: ServerContext, run: RunRow, shows: boolean, steps: readonly Step[]): Promise<void> {
  const at = context.now();
  /** By nameOfResult. */
  const events = new Map<string, AuditEvent>();
  const results = steps.flatMap((step): NewResult[] => {
    const { planned, kind, digests, sources, outcome, generation } = step;
    if (generation === null) return [];
    const outputs = outcome.ok ? outcome.outputs : null;
    const files = filesInSpec(planned.spec);
    // Those behind its inputs, too, where their bytes were read: every access is written down.
    const read = filesOfStep(planned);
    if (kind.place !== "inline") {
      events.set(nameOfResult({ key: outcome.key, sourceSet: sourceSet(sources) }), {
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
          ...(read.length > 0 ? { files: read.map((file) => file.digest) } : {}),
        },
      });
    }
    const row: NewResult["row"] = {
      lab: run.lab,
      key: outcome.key,
      generation,
      kind: planned.kind,
      outputs,
      failure: outcome.ok ? null : outcome.failure,
      ms: outcome.ms,
      made: madeOf(planned, kind, digests),
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
      evicted: (run.plan as Plan).fresh && planned.key === run.key && !shows,
    };
    return [
      {
        row,
        outputs: Object.entries(outputs ?? {}).map(([port, output]) => ({
          port,
          digest: output.digest,
          type: output.summary.type,
          inline: output.inline !== undefined && artifactCardOf(output.summary).inline !== null,
        })),
        inputs: [
          ...Object.entries(digests).map(([slot, digest]) => ({ slot, digest: digest as string, file: null })),
          ...files.map((file, index) => ({ slot: `file${index}`, digest: file.digest, file: file.name })),
        ],
      },
    ];
  });
  const added = await addResults(tx, results);
  await context.audit.record(tx, ...[...events].flatMap(([name, event]) => (added.has(name) ? [event] : [])));
}

function sameContent(a: StepOutcome, b: StepOutcome): boolean {
  if (!a.ok || !b.ok) return a.ok === b.ok;
  const ports = Object.keys(a.outputs);
  return (
    ports.length === Object.keys(b.outputs).length && ports.every((port) => a.outputs[port]?.digest === b.outputs[port]?.digest)
  );
}

function madeOf(step: PlanStep, kind: Kind, digests: { readonly [slot: string]: Digest }): MadeFrom {
  const cellOf = new Map(inputSlots(kind, step.spec).map((slot) => [slot.name, slot.ref?.ref ?? ("" as CellId)]));
  return madeFrom(
    kind,
    step.spec,
    Object.fromEntries(
      Object.entries(digests).map(([slot, digest]) => [slot, { cell: cellOf.get(slot) ?? ("" as CellId), digest }]),
    ),
  );
}

/** What the notebook of the run shows from now on, told in this same transaction. */
async function show(
  tx: Executor,
  context: ServerContext,
  feed: Feed,
  run: RunRow,
  steps: readonly Step[],
  present: PresentGraph,
): Promise<CommittedSteps["said"]> {
  const at = context.now();
  const news = steps.flatMap(({ planned, kind, digests, sources, outcome }): ShownNews[] => {
    const key = present.presentKey(run.notebook, planned.cell);
    // A failure is said by the scheduler, with what stays on show.
    if (kind.place === "inline" || !outcome.ok || (key !== null && key !== outcome.key)) return [];
    const now = joinSources(sources, present.presentSources(run.notebook, planned.cell));
    const shown: ShownResult = {
      key: outcome.key,
      outputs: outcome.outputs as { readonly [port: string]: OutputRef },
      at,
      by: run.by,
      ms: outcome.ms,
      made: madeOf(planned, kind, digests),
    };
    const session: CellSession = {
      cell: planned.cell,
      status: { state: "fresh", key: outcome.key, reused: null },
      shown,
      key: outcome.key,
    };
    return [{ cell: planned.cell, session, sources: now, shown, behind: sources }];
  });
  if (news.length === 0) return null;
  const { notebook, lab } = run;
  await putShown(tx, ...news.map(({ cell, shown, behind }) => ({ notebook, lab, cell, shown, sources: behind, at })));
  const told: CellNews[] = news.map(({ cell, session, sources }) => ({ cell, session, sources }));
  return { news, items: await feed.write(tx, notebook, lab, told) };
}
