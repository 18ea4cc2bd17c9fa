// Runs plans by lease: asks for a run (or joins the one at work on the same key), waits for what kernels report, and lets
// go when nobody wants it any more. The notebook runtime drives it; kernels are on the other side of kernel-api.

import { newId, systemRandom, type CellId, type ResultKey, type RunId } from "@genomecraft/cells/base/ids.ts";
import { failure } from "@genomecraft/cells/base/failure.ts";
import type { Executor, PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import {
  evictDigest,
  findResult,
  missingArtifacts,
  newestGeneration,
  resultAt,
  resultsOfSteps,
} from "@genomecraft/storage/queries/results.ts";
import {
  askForRun,
  dropRun,
  findRun,
  type GrantedFile,
  grantedFiles,
  leaveRun,
  queueAhead,
  type RunRow,
} from "@genomecraft/storage/queries/runs.ts";
import { lackingFor, type Lacking } from "@genomecraft/storage/queries/kernels.ts";
import type { RunNeeds } from "@genomecraft/storage/schema/runs.ts";
import { identityOf, needsTogether } from "@genomecraft/cells/contract/identity.ts";
import { stepKindOf } from "@genomecraft/cells/jobs.ts";
import type { Feed } from "../feed/feed.ts";
import { outcomeOf } from "./result-lookup.ts";
import type { RunBus, RunNews } from "./run-bus.ts";
import { isWithin, joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";

export interface LeaseExecutorOptions {
  readonly db: Database;
  readonly bus: RunBus;
  readonly notebook: string;
  readonly lab: string;
  /** One for each that waits; what it asked for before a restart is told by it. */
  readonly asker: string;
  /** Whether what comes out is put on show in the notebook. */
  readonly shows: boolean;
  readonly by: (plan: Plan) => string;
  readonly nameOf: (cell: CellId) => string;
  /** Files that the plans may read; absent: those that the notebook was granted. */
  readonly files?: readonly GrantedFile[];
  /** Above 0: before the other runs of the lab, because somebody looks at the screen until it is there. */
  readonly priority?: number;
  /** Data sets behind a cell as the notebook stands now: who may follow its progress must be allowed these, too. */
  readonly sourcesOf?: (cell: CellId) => Sources;
  /** Progress and log go to the feed from here; absent for runs that nobody watches. */
  readonly feed?: Feed;
  /** Somebody cancelled the run itself, not through this notebook. */
  readonly onCancelled?: (cell: CellId) => void;
  /** An input is not there any more: what gave it must be made again. */
  readonly onMissing?: () => void;
  /** Wakes kernels that wait on this server. */
  readonly wake: () => void;
}

export interface LeaseExecutor extends Executor {
  /** The run is waited for, or one on its key is being asked for now. */
  wants(run: { readonly id: string; readonly key: string }): boolean;
  /** From now on an abort lets go without cancelling: somebody else will take the runs up. */
  keepRuns(): void;
}

/** A run that ended because an input was not kept: not its fault, and not the kernel's. */
export const inputMissing = "input-missing";

/** Retries of the database's own troubles. */
const patience = [50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000];

async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pause = patience[attempt];
      if (pause === undefined || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** What the steps of a plan say that they need, the most of it. */
function needsOf(plan: Plan): RunNeeds {
  const needs = plan.steps.flatMap((step) => {
    const kind = stepKindOf(step.kind);
    return kind ? [identityOf(kind, step.spec).needs] : [];
  });
  return needsTogether(needs);
}

/** Why a run waits, as the screen's words know it: a word, and what it needs behind a colon. */
const whyOf = (lacking: Lacking): string => (lacking.what === "memory" ? `memory:${lacking.bytes}` : lacking.what);

const headOf = (plan: Plan): { readonly step: PlanStep; readonly index: number; readonly key: ResultKey } | null => {
  const index = plan.steps.findIndex((step) => step.key !== null);
  const step = plan.steps[index];
  return step?.key ? { step, index, key: step.key } : null;
};

/** Data sets behind a step: what the cell that asks stands on, else what its spec names. */
const sourcesOfStep = (step: PlanStep | undefined): Sources =>
  step?.sources ?? (step ? filesInSpec(step.spec).map((file) => file.digest) : []);

export function leaseExecutor(options: LeaseExecutorOptions): LeaseExecutor {
  const { db, bus, notebook, lab, asker } = options;
  const attached = new Set<string>();
  const asking = new Set<string>();
  let keeps = false;

  const run = async (plan: Plan, hooks: PlanHooks, signal: AbortSignal): Promise<void> => {
    const head = headOf(plan);
    if (!head || signal.aborted) return;
    const refs = plan.steps.flatMap((step) => filesInSpec(step.spec));
    const granted = await patiently(
      async () =>
        options.files ??
        grantedFiles(
          db,
          notebook,
          refs.map((ref) => ref.digest),
        ),
      signal,
    );
    const lacking = refs.find((ref) => !granted.some((file) => file.digest === ref.digest));
    if (lacking) {
      // Not a result: it follows from the grants of today, and is asked again when they change.
      await hooks.ended(head.index, {
        ok: false,
        key: head.key,
        failure: failure("server.file-not-granted", { name: lacking.name }),
        ms: 0,
      });
      return;
    }
    const inputs = plan.steps.flatMap((step) =>
      Object.values(step.inputs).flatMap((input) => ("digest" in input ? [input.digest] : [])),
    );
    const missing = await patiently(() => missingArtifacts(db, lab, [...new Set(inputs)]), signal);
    if (missing.length > 0) {
      for (const digest of missing) await evictDigest(db, lab, digest);
      options.onMissing?.();
      return;
    }
    if (signal.aborted) return;

    // ---- ask, or join -------------------------------------------------------------------------------------------------
    const wanted = { key: head.key, sources: sourcesOfStep(head.step) };
    const generation = plan.fresh ? (await newestGeneration(db, lab, wanted)) + 1 : 0;
    const id = newId("run", systemRandom) as string;
    const early: RunNews[] = [];
    let heard: (news: RunNews) => void = (news) => {
      early.push(news);
    };
    let stop = bus.on(id, (news) => heard(news));
    asking.add(head.key);
    const asked = await patiently(
      () =>
        db.transaction(async (tx) => {
          const run = {
            id,
            lab,
            notebook,
            cell: head.step.cell,
            cellName: options.nameOf(head.step.cell),
            kind: head.step.kind,
            key: head.key,
            generation,
            plan,
            needs: needsOf(plan),
            files: Object.fromEntries(granted.map(({ digest, blob, size }) => [digest, { blob, size }])),
            headSources: wanted.sources,
            sources: joinSources(...plan.steps.map(sourcesOfStep)),
            priority: options.priority ?? 0,
            by: options.by(plan),
          };
          const answer = await askForRun(tx, run, { asker, shows: options.shows });
          // Between our look and now a run on this key may have ended: what it left stands, and nothing is run.
          const found = answer.isNew && !plan.fresh ? await findResult(tx, lab, wanted) : null;
          if (!found?.available) return { ...answer, hit: null };
          await dropRun(tx, answer.id);
          return { ...answer, hit: outcomeOf(found.row) };
        }),
      signal,
    ).catch((error: unknown) => {
      stop();
      asking.delete(head.key);
      throw error;
    });
    if (!asked.hit) attached.add(asked.id);
    asking.delete(head.key);
    if (asked.hit) {
      stop();
      await hooks.ended(head.index, asked.hit);
      return;
    }
    if (!asked.isNew) {
      stop();
      stop = bus.on(asked.id, (news) => heard(news));
    } else options.wake();

    // ---- what is heard -------------------------------------------------------------------------------------------------
    return new Promise<void>((resolve, reject) => {
      let theirs: readonly PlanStep[] = plan.steps;
      let ended = false;
      const seen = new Set<number>();
      let chain: Promise<void> = Promise.resolve();
      const finish = (error?: Error): void => {
        if (ended) return;
        ended = true;
        stop();
        clearInterval(look);
        signal.removeEventListener("abort", onAbort);
        attached.delete(asked.id);
        if (error) reject(error);
        else resolve();
      };
      /** The step of our plan that their step answers. */
      const ours = (index: number): number => {
        const step = theirs[index];
        if (!step) return -1;
        if (theirs === plan.steps) return index;
        return plan.steps.findIndex(
          (own) => (own.key !== null && own.key === step.key) || (own.key === null && own.cell === step.cell),
        );
      };
      const cellAt = (index: number): CellId | undefined => plan.steps[ours(index)]?.cell;
      const behind = (index: number, cell: CellId): Sources =>
        joinSources(sourcesOfStep(plan.steps[ours(index)]), options.sourcesOf?.(cell) ?? []);
      const stepEnded = async (index: number, outcome: StepOutcome, sources: Sources): Promise<void> => {
        if (seen.has(index)) return;
        seen.add(index);
        const own = ours(index);
        // Of a run that others asked for, what was made of other data than ours is not for us.
        if (own >= 0 && !ended && isWithin(sources, sourcesOfStep(plan.steps[own]))) await hooks.ended(own, outcome);
      };
      const take = async (news: RunNews): Promise<void> => {
        if (ended) return;
        switch (news.type) {
          case "queued":
            hooks.queued(head.index, asked.id, 1, news.detail);
            return;
          case "started": {
            const own = ours(news.step);
            const key = theirs[news.step]?.key ?? plan.steps[own]?.key ?? null;
            if (own >= 0 && key) hooks.started(own, key);
            return;
          }
          case "progress": {
            const own = ours(news.step);
            if (own < 0) return;
            hooks.progress(own, news.fraction, news.note);
            const cell = cellAt(news.step);
            if (cell)
              options.feed?.moment(notebook, {
                event: { type: "progress", cell, run: asked.id as RunId, fraction: news.fraction, note: news.note },
                sources: behind(news.step, cell),
              });
            return;
          }
          case "log": {
            const cell = cellAt(news.step);
            if (!cell) return;
            hooks.log(ours(news.step), news.text);
            options.feed?.moment(notebook, {
              event: { type: "log", cell, run: asked.id as RunId, offset: news.offset, text: news.text },
              sources: behind(news.step, cell),
            });
            return;
          }
          case "step":
            if (news.outcome) await stepEnded(news.step, news.outcome, news.sources);
            else await readSteps();
            return;
          case "ended":
            await readSteps();
            if (news.detail === inputMissing) {
              options.onMissing?.();
              return finish();
            }
            if (news.state === "lost") return finish(new Error(news.detail || "the kernel was lost"));
            if (news.state === "cancelled" && !signal.aborted) options.onCancelled?.(head.step.cell);
            return finish();
        }
      };
      heard = (news) => {
        chain = chain
          .then(() => take(news))
          .catch((error: unknown) => finish(error instanceof Error ? error : new Error(String(error))));
      };

      /** Outcomes that were reported where we did not hear them. */
      const readSteps = async (): Promise<void> => {
        for (const [index, { generation, row }] of await resultsOfSteps(db, asked.id)) {
          if (seen.has(index)) continue;
          // Asked for anew, an older answer is none.
          const isFresh = plan.fresh && row.key === head.key;
          const exact = isFresh ? await resultAt(db, { ...row, generation }) : row;
          if (exact) await stepEnded(index, outcomeOf(exact), exact.sources);
        }
      };
      /** The run as the database has it: for what was said before we listened, or while we could not hear. */
      const readRun = async (first: boolean): Promise<void> => {
        const row: RunRow | null = await findRun(db, asked.id);
        if (ended) return;
        if (!row) return finish(new Error("the run is gone"));
        if (!asked.isNew) theirs = (row.plan as Plan).steps;
        await readSteps();
        if (row.state === "queued") {
          const { ahead, kernels } = await queueAhead(db, asked.id);
          const lacking = await lackingFor(db, row, Date.now());
          const busy = kernels > 0 || ahead > 0 ? "busy" : row.attempt > 0 ? "again" : "";
          hooks.queued(head.index, asked.id, ahead + 1, lacking ? whyOf(lacking) : busy);
        } else if (row.state === "leased") {
          if (first) await take({ type: "started", step: row.step });
        } else await take({ type: "ended", state: row.state as "done" | "lost" | "cancelled", detail: row.detail ?? "" });
      };

      const onAbort = (): void => {
        if (keeps) return finish();
        // Wanted no longer: nobody waits for the kernel to notice.
        void patiently(() => db.transaction((tx) => leaveRun(tx, asked.id, asker)), new AbortController().signal)
          .then((state) => {
            if (state === "cancelled") bus.tell(asked.id, { type: "ended", state: "cancelled", detail: "" });
          })
          .catch(() => {});
        finish();
      };
      // Every few seconds as well, should a word be lost between servers; and so that "the third in line" becomes the second.
      const look = setInterval(() => {
        chain = chain.then(() => readRun(false)).catch(() => {});
      }, 3_000);
      look.unref();
      signal.addEventListener("abort", onAbort, { once: true });
      if (signal.aborted) return onAbort();
      hooks.queued(head.index, asked.id, 1, "");
      for (const news of early) heard(news);
      if (!asked.isNew) chain = chain.then(() => readRun(true)).catch(() => {});
    });
  };

  return {
    run,
    wants: ({ id, key }) => attached.has(id) || asking.has(key),
    keepRuns: () => {
      keeps = true;
    },
  };
}
