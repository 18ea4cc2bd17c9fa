// Looks: steps that somebody waits for at the screen and that no notebook shows (what a dropped file is, what lies along a
// place). Whoever asks waits a while and asks again; fifty who ask for one are one run, and a look that nobody asks for any
// more is stopped.

import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "@genomecraft/cells/runtime/executor.ts";
import type { PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { findResult } from "@genomecraft/storage/queries/results.ts";
import type { ServerCore } from "../server-context.ts";
import { outcomeOf } from "../scheduler/result-lookup.ts";

export interface AskedLook {
  readonly lab: string;
  readonly step: PlanStep & { readonly key: ResultKey; readonly sources: readonly string[] };
  readonly executor: () => Executor;
  /** Those who may not follow each other's look wait for one each: part of what it is known by. */
  readonly of?: string;
}
export type LookedAt =
  | { readonly state: "there"; readonly outcome: StepOutcome }
  /** It was stopped because it took too long, or its kernel was lost. */
  | { readonly state: "stopped"; readonly why: "long" | "lost" }
  | { readonly state: "waiting"; readonly why: "no-kernel" | "queued" | "running"; readonly fraction: number | null };

/** A look for which nobody comes back is stopped after this. */
const patienceMs = 15_000;

interface Look {
  readonly settled: Promise<LookedAt>;
  readonly stop: AbortController;
  at: { readonly why: "queued" | "running"; readonly fraction: number | null };
  waiters: number;
  leaving: ReturnType<typeof setTimeout> | undefined;
}

export class Looks {
  private readonly looks = new Map<string, Look>();
  private readonly context: ServerCore;
  private readonly hasKernel: (lab: string) => Promise<boolean>;
  private readonly longestMs: number;

  /** `longestMs`: after so long of work a look is given up. */
  constructor(context: ServerCore, hasKernel: (lab: string) => Promise<boolean>, longestMs: number) {
    this.context = context;
    this.hasKernel = hasKernel;
    this.longestMs = longestMs;
  }

  /** What is known after at most `waitMs`; `signal`: whoever asks is gone. */
  async look(asked: AskedLook, waitMs: number, signal: AbortSignal): Promise<LookedAt> {
    const { lab, step } = asked;
    const found = await findResult(this.context.db, lab, { key: step.key, sources: step.sources });
    if (found?.available) return { state: "there", outcome: outcomeOf(found.row) };
    const id = `${lab} ${asked.of ?? ""} ${step.key}`;
    let look = this.looks.get(id);
    if (!look) {
      if (!(await this.hasKernel(lab))) return { state: "waiting", why: "no-kernel", fraction: null };
      look = this.looks.get(id) ?? this.begin(id, asked);
    }
    return this.wait(look, lab, waitMs, signal);
  }

  private begin(id: string, asked: AskedLook): Look {
    const stop = new AbortController();
    const drop = (): void => {
      if (this.looks.get(id) === look) this.looks.delete(id);
    };
    // Whoever asks from here on is not answered by a look that was given up, however long its end takes.
    stop.signal.addEventListener("abort", drop, { once: true });
    const look: Look = {
      stop,
      settled: this.run(asked, stop, (at) => {
        look.at = at;
      }).finally(() => {
        clearTimeout(look.leaving);
        drop();
      }),
      at: { why: "queued", fraction: null },
      waiters: 0,
      leaving: undefined,
    };
    this.looks.set(id, look);
    return look;
  }

  private async run({ step, executor }: AskedLook, stop: AbortController, tell: (at: Look["at"]) => void): Promise<LookedAt> {
    // One tick, so that the look stands in the list before anything is told of it.
    await Promise.resolve();
    const heard: { outcome: StepOutcome | null } = { outcome: null };
    let tooLong: ReturnType<typeof setTimeout> | undefined;
    try {
      await executor().run(
        { steps: [step], fresh: false },
        {
          queued: () => tell({ why: "queued", fraction: null }),
          started: () => {
            clearTimeout(tooLong);
            tooLong = setTimeout(() => stop.abort(), this.longestMs);
            tell({ why: "running", fraction: null });
          },
          progress: (_step, fraction) => tell({ why: "running", fraction }),
          log: () => {},
          ended: (_step, outcome) => {
            heard.outcome = outcome;
          },
          lookup: async () => null,
        },
        stop.signal,
      );
    } catch (error) {
      this.context.log.info({ err: error }, "a look into a file was lost");
    } finally {
      clearTimeout(tooLong);
    }
    if (heard.outcome) return { state: "there", outcome: heard.outcome };
    return { state: "stopped", why: stop.signal.aborted ? "long" : "lost" };
  }

  private async wait(look: Look, lab: string, waitMs: number, signal: AbortSignal): Promise<LookedAt> {
    clearTimeout(look.leaving);
    look.waiters += 1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone: () => void = () => {};
    const over = new Promise<null>((resolve) => {
      gone = () => resolve(null);
      timer = setTimeout(gone, waitMs);
      signal.addEventListener("abort", gone, { once: true });
      if (signal.aborted) gone();
    });
    const settled = await Promise.race([look.settled, over]);
    clearTimeout(timer);
    signal.removeEventListener("abort", gone);
    look.waiters -= 1;
    if (settled) return settled;
    if (look.waiters === 0) {
      if (signal.aborted) look.stop.abort();
      else look.leaving = setTimeout(() => look.stop.abort(), patienceMs);
    }
    if (look.at.why === "queued" && !(await this.hasKernel(lab))) return { state: "waiting", why: "no-kernel", fraction: null };
    return { state: "waiting", ...look.at };
  }

  /** Looks that go on are of use to nobody when the server stops. */
  close(): void {
    for (const look of this.looks.values()) {
      clearTimeout(look.leaving);
      look.stop.abort();
    }
  }
}
