// The plans that are with the executor now. A cell that becomes ready while a plan already covers it joins that plan
// instead of starting another; a plan that the notebook has moved away from is aborted.

import { errorDetail } from "../base/error-detail.ts";
import type { CellId, ResultKey } from "../base/ids.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { WaitReason } from "../session/wait-reason.ts";
import type { Executor } from "./executor.ts";
import type { Plan, StepOutcome } from "./plan.ts";
import type { Sources } from "../base/sources.ts";

export interface RunningHooks {
  queued(cell: CellId, run: string, position: number, why: WaitReason): void;
  started(cell: CellId, key: ResultKey): void;
  progress(cell: CellId, fraction: number | null, note: Sentence | null): void;
  log(cell: CellId, text: string): void;
  ended(cell: CellId, outcome: StepOutcome, sources: Sources): void | Promise<void>;
  lookup(cell: CellId, key: ResultKey, sources: Sources): Promise<StepOutcome | null>;
}

/** How a wait for a step ends: with its outcome, or because the plan stopped before it. */
export type StepEnd = { readonly outcome: StepOutcome } | { readonly outcome: null; readonly lost: string | null };

interface Running {
  readonly plan: Plan;
  readonly abort: AbortController;
  readonly ends: readonly { readonly promise: Promise<StepEnd>; readonly resolve: (end: StepEnd) => void }[];
  readonly keys: (ResultKey | null)[];
  done: number;
}

export class RunningPlans {
  private readonly byCell = new Map<CellId, { readonly running: Running; readonly step: number }>();
  private readonly executor: Executor;
  private readonly hooks: RunningHooks;
  constructor(executor: Executor, hooks: RunningHooks) {
    this.executor = executor;
    this.hooks = hooks;
  }

  get size(): number {
    return new Set([...this.byCell.values()].map((entry) => entry.running)).size;
  }

  /** The step of a running plan that will answer `key` for this cell, if its key is that or not known yet. */
  joinable(cell: CellId, key: ResultKey): Promise<StepEnd> | null {
    const entry = this.byCell.get(cell);
    if (!entry) return null;
    const known = entry.running.keys[entry.step];
    return known === null || known === undefined || known === key ? (entry.running.ends[entry.step]?.promise ?? null) : null;
  }

  covers(cell: CellId): boolean {
    return this.byCell.has(cell);
  }

  /** Aborts the plan that holds this cell: what it computes is wanted no longer. */
  abort(cell: CellId): void {
    this.byCell.get(cell)?.running.abort.abort();
  }

  /** Aborts a plan whose step for this cell was asked under another key. */
  supersede(cell: CellId, key: ResultKey | null): void {
    const entry = this.byCell.get(cell);
    const known = entry?.running.keys[entry.step];
    if (entry && known && known !== key) entry.running.abort.abort();
  }

  start(plan: Plan, fresh: boolean): void {
    const running: Running = {
      plan,
      abort: new AbortController(),
      ends: plan.steps.map(() => {
        let resolve: (end: StepEnd) => void = () => {};
        const promise = new Promise<StepEnd>((done) => {
          resolve = done;
        });
        return { promise, resolve };
      }),
      keys: plan.steps.map((step) => step.key),
      done: 0,
    };
    plan.steps.forEach((step, index) => this.byCell.set(step.cell, { running, step: index }));
    const cellOf = (step: number): CellId => plan.steps[step]?.cell as CellId;
    const sourcesOf = (step: number): Sources => plan.steps[step]?.sources ?? [];
    const end = (lost: string | null): void => {
      plan.steps.forEach((step, index) => {
        if (this.byCell.get(step.cell)?.running === running) this.byCell.delete(step.cell);
        running.ends[index]?.resolve({ outcome: null, lost });
      });
    };
    this.executor
      .run(
        plan,
        {
          queued: (step, run, position, why) => this.hooks.queued(cellOf(step), run, position, why),
          started: (step, key) => {
            running.keys[step] = key;
            this.hooks.started(cellOf(step), key);
          },
          progress: (step, fraction, note) => this.hooks.progress(cellOf(step), fraction, note),
          log: (step, text) => this.hooks.log(cellOf(step), text),
          ended: async (step, outcome) => {
            running.keys[step] = outcome.key;
            await this.hooks.ended(cellOf(step), outcome, sourcesOf(step));
            running.ends[step]?.resolve({ outcome });
            running.done = step + 1;
            const entry = this.byCell.get(cellOf(step));
            if (entry?.running === running) this.byCell.delete(cellOf(step));
          },
          lookup: async (step, key) => {
            running.keys[step] = key;
            return fresh ? null : this.hooks.lookup(cellOf(step), key, sourcesOf(step));
          },
        },
        running.abort.signal,
      )
      .then(
        () => end(null),
        (error: unknown) => end(running.abort.signal.aborted ? null : errorDetail(error)),
      );
  }

  abortAll(): void {
    for (const { running } of this.byCell.values()) running.abort.abort();
  }
}
