// The port through which the runtime has plans run: in place (headless), by lease (server), or not at all (browser).

import type { ResultKey } from "../base/ids.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { WaitReason } from "../session/wait-reason.ts";
import type { Plan, StepOutcome } from "./plan.ts";

export interface PlanHooks {
  /** The plan waits for a worker: `position` from 1, and why. */
  queued(step: number, run: string, position: number, why: WaitReason): void;
  /** A step begins. */
  started(step: number, key: ResultKey): void;
  progress(step: number, fraction: number | null, note: Sentence | null): void;
  log(step: number, text: string): void;
  /** A step ended; answered before the next one starts. */
  ended(step: number, outcome: StepOutcome): void | Promise<void>;
  /** A result that exists already for a key that only now became known: the step is not run. */
  lookup(step: number, key: ResultKey): Promise<StepOutcome | null>;
}

export interface Executor {
  /** Resolves when the plan ended, one way or another; rejects only when the worker was lost. Aborting `signal` ends it within a second. */
  run(plan: Plan, hooks: PlanHooks, signal: AbortSignal): Promise<void>;
}
