// Listening to a run that was asked for, or joined, until it ends: its steps are told as steps of our own plan. Of a run that
// others asked for, theirs may be other steps than ours.

import type { CellId, ResultKey, RunId } from "@genomecraft/cells/base/ids.ts";
import { isWithin, joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { filesInSpec } from "@genomecraft/cells/runtime/spec-sources.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { lackingFor } from "@genomecraft/storage/queries/kernels.ts";
import { resultAt, resultsOfSteps } from "@genomecraft/storage/queries/results.ts";
import { leaveRun } from "@genomecraft/storage/queries/run-askers.ts";
import { findRun, queueAhead, type RunRow } from "@genomecraft/storage/queries/runs.ts";
import type { FeedItem } from "../session-news.ts";
import { patiently } from "./patiently.ts";
import { outcomeOf } from "./result-lookup.ts";
import { inputMissing, type RunBus, type RunNews } from "./run-bus.ts";

/** Hears of a run from before it is asked for: what comes early waits for whoever listens. */
export interface Ear {
  /** Another run is the one: it was there already. */
  turnTo(run: string): void;
  hear(listener: (news: RunNews) => void): void;
  stop(): void;
}

export function listenEarly(bus: RunBus, run: string): Ear {
  const early: RunNews[] = [];
  let heard = (news: RunNews): void => void early.push(news);
  let stop = bus.on(run, (news) => heard(news));
  return {
    turnTo: (other) => {
      stop();
      stop = bus.on(other, (news) => heard(news));
    },
    hear: (listener) => {
      heard = listener;
      for (const news of early) listener(news);
    },
    stop: () => stop(),
  };
}

/** Data sets behind a step: what the cell that asks stands on, else what its spec names. */
export const sourcesOfStep = (step: PlanStep | undefined): Sources =>
  step?.sources ?? (step ? filesInSpec(step.spec).map((file) => file.digest) : []);

/** Who follows: what of LeaseExecutorOptions it takes. */
interface Follower {
  readonly db: Database;
  readonly bus: RunBus;
  readonly notebook: string;
  readonly asker: string;
  readonly sourcesOf?: (cell: CellId) => Sources;
  readonly feed?: { tellListeners(notebook: string, item: FeedItem): void };
  readonly onCancelled?: (cell: CellId) => void;
  readonly onMissing?: () => void;
}

/** Resolves when the run has ended, or when it is wanted no longer; rejects when it was lost. */
export function followRun({
  plan,
  head,
  run,
  isNew,
  ear,
  hooks,
  signal,
  keeps,
  isWanted,
  of,
}: {
  readonly plan: Plan;
  /** The step of the plan whose key the run is for. */
  readonly head: { readonly step: PlanStep; readonly index: number; readonly key: ResultKey };
  readonly run: string;
  /** Nobody else had asked for it. */
  readonly isNew: boolean;
  readonly ear: Ear;
  readonly hooks: PlanHooks;
  readonly signal: AbortSignal;
  /** An abort lets go without cancelling. */
  readonly keeps: () => boolean;
  /** Another cell of the same asker waits for this run, or asks for its key again. */
  readonly isWanted: () => boolean;
  readonly of: Follower;
}): Promise<void> {
  const { db, bus, notebook, asker } = of;
  return new Promise<void>((resolve, reject) => {
    let theirs: readonly PlanStep[] = plan.steps;
    let ended = false;
    const seen = new Set<number>();
    let chain: Promise<void> = Promise.resolve();
    const finish = (error?: Error): void => {
      if (ended) return;
      ended = true;
      ear.stop();
      clearInterval(look);
      signal.removeEventListener("abort", onAbort);
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
      joinSources(sourcesOfStep(plan.steps[ours(index)]), of.sourcesOf?.(cell) ?? []);
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
          hooks.queued(head.index, run, 1, news.why);
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
            of.feed?.tellListeners(notebook, {
              event: { type: "progress", cell, run: run as RunId, fraction: news.fraction, note: news.note },
              sources: behind(news.step, cell),
            });
          return;
        }
        case "log": {
          const cell = cellAt(news.step);
          if (!cell) return;
          hooks.log(ours(news.step), news.text);
          of.feed?.tellListeners(notebook, {
            event: { type: "log", cell, run: run as RunId, offset: news.offset, text: news.text },
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
            of.onMissing?.();
            return finish();
          }
          if (news.state === "lost") return finish(new Error(news.detail || "the kernel was lost"));
          if (news.state === "cancelled" && !signal.aborted) of.onCancelled?.(head.step.cell);
          return finish();
      }
    };
    const heard = (news: RunNews): void => {
      chain = chain
        .then(() => take(news))
        .catch((error: unknown) => finish(error instanceof Error ? error : new Error(String(error))));
    };

    /** Outcomes that were reported where we did not hear them. */
    const readSteps = async (): Promise<void> => {
      for (const [index, { generation, row }] of await resultsOfSteps(db, run)) {
        if (seen.has(index)) continue;
        // Asked for anew, an older answer is none.
        const isFresh = plan.fresh && row.key === head.key;
        const exact = isFresh ? await resultAt(db, { ...row, generation }) : row;
        if (exact) await stepEnded(index, outcomeOf(exact), exact.sources);
      }
    };
    /** The run as the database has it: for what was said before we listened, or while we could not hear. */
    const readRun = async (first: boolean): Promise<void> => {
      const row: RunRow | null = await findRun(db, run);
      if (ended) return;
      if (!row) return finish(new Error("the run is gone"));
      if (!isNew) theirs = (row.plan as Plan).steps;
      await readSteps();
      if (row.state === "queued") {
        const { ahead, kernels } = await queueAhead(db, run);
        const lacking = await lackingFor(db, row, Date.now());
        const others = kernels > 0 || ahead > 0 ? "busy" : row.attempt > 0 ? "again" : "turn";
        hooks.queued(head.index, run, ahead + 1, lacking ?? { what: others });
      } else if (row.state === "leased") {
        if (first) await take({ type: "started", step: row.step });
      } else await take({ type: "ended", state: row.state as "done" | "lost" | "cancelled", detail: row.detail ?? "" });
    };

    const onAbort = (): void => {
      if (keeps()) return finish();
      // Wanted no longer: nobody waits for the kernel to notice.
      void patiently(() => db.transaction((tx) => leaveRun(tx, run, asker, () => !isWanted())), new AbortController().signal)
        .then((state) => {
          if (state === "cancelled") bus.tell(run, { type: "ended", state: "cancelled", detail: "" });
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
    hooks.queued(head.index, run, 1, { what: "turn" });
    ear.hear(heard);
    if (!isNew) chain = chain.then(() => readRun(true)).catch(() => {});
  });
}
