// Lanes of workers: who runs which plan. Warm workers serve one lab and are kept while they are used; a sealed plan (code
// of a person) gets a process in which nothing ran before, and which ends with it. One blank worker waits beside, so
// that neither a new lab nor a query pays for a start.

import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Plan } from "@genomecraft/cells/runtime/plan.ts";
import type { LaunchOptions, Launcher } from "../launch/launcher.ts";
import { workerBundle } from "../sandbox/worker-bundle.ts";
import { shareMemory } from "../worker-memory.ts";
import { PendingArtifacts } from "./pending-artifacts.ts";
import type { RunMinutes } from "../config.ts";
import { runMinutesOf } from "./run-limit.ts";
import { type PlanJob, WorkerLost } from "./running-job.ts";
import { WorkerSession } from "./worker-session.ts";

export interface WorkerPoolOptions {
  /** How workers come to be. */
  readonly launcher: Launcher;
  /** Plans that run at the same time. */
  readonly lanes: number;
  readonly walls: LaunchOptions["walls"];
  /** Per worker, bytes. */
  readonly memoryBytes: number;
  readonly tmpBytes?: number;
  readonly groups?: LaunchOptions["groups"];
  /** Minutes that one step may take, whatever its kind. Default: by the kind's place (run-limit.ts). */
  readonly runMinutes?: RunMinutes;
  /** Plans after which a worker is replaced. Default 500. */
  readonly recycleAfter?: number;
  /** An unused worker ends after this long. Default 5 minutes. */
  readonly idleMs?: number;
  /** Keep a blank worker ready. Default true. */
  readonly spare?: boolean;
  /** Another worker program, for tests. */
  readonly workerEntry?: string;
  /** Whether a plan needs a process of its own; by the kinds' place if absent. */
  readonly isSealed?: (plan: Plan) => boolean;
}

interface Waiting {
  readonly job: PlanJob;
  readonly signal: AbortSignal;
  readonly start: () => void;
  readonly fail: (error: Error) => void;
}

const sealedByKind = (plan: Plan): boolean => plan.steps.some((step) => kindOf(step.kind)?.place === "sealed");

export class WorkerPool {
  private readonly options: WorkerPoolOptions;
  private readonly idle = new Set<WorkerSession>();
  private readonly all = new Set<WorkerSession>();
  private readonly queue: Waiting[] = [];
  private readonly pending = new PendingArtifacts();
  private active = 0;
  private starting = false;
  private closed = false;
  private runs = 0;
  private readonly sweeper: ReturnType<typeof setInterval>;

  constructor(options: WorkerPoolOptions) {
    this.options = options;
    this.sweeper = setInterval(() => this.sweep(), 10_000);
    this.sweeper.unref();
  }

  /** Workers run behind walls. */
  get isSealed(): boolean {
    return this.options.walls === "bubblewrap";
  }
  /** Plans that wait for a lane. */
  get waiting(): number {
    return this.queue.length;
  }
  get running(): number {
    return this.active;
  }

  /** Starts the blank worker now, so that the first plan finds it. */
  warmUp(): void {
    void this.refill();
  }

  async run(job: PlanJob, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (this.closed) throw new WorkerLost("the kernel is stopping");
    this.runs += 1;
    const run = `run_${this.runs}`;
    const session = await this.lane(job, signal, run);
    if (!session) return;
    let isFree = false;
    const livesOn = session.plans + 1 < (this.options.recycleAfter ?? 500) && !this.needsFresh(job.plan);
    const free = (): void => {
      if (isFree) return;
      isFree = true;
      this.active -= 1;
      if (session.dead || !livesOn || this.closed) this.end(session);
      else {
        session.lastUsed = Date.now();
        this.idle.add(session);
      }
      this.next();
      void this.refill();
      job.onFree?.();
    };
    try {
      await session.run(job, signal, livesOn, free);
    } finally {
      free();
    }
  }

  /** Ends all workers. Running plans reject with WorkerLost. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.sweeper);
    for (const waiting of this.queue.splice(0)) waiting.fail(new WorkerLost("the kernel is stopping"));
    const ends = [...this.all].map((session) => session.exited);
    for (const session of this.all) session.kill();
    await Promise.all(ends);
  }

  private needsFresh(plan: Plan): boolean {
    return (this.options.isSealed ?? sealedByKind)(plan);
  }

  /** A worker for the job, or null when it was aborted while it waited. */
  private async lane(job: PlanJob, signal: AbortSignal, run: string): Promise<WorkerSession | null> {
    if (this.active >= this.options.lanes) {
      const place = this.queue.length + 1;
      job.plan.steps.forEach((_step, index) => job.hooks.queued(index, run, place, { what: "busy" }));
      const turn = await new Promise<boolean>((resolve, reject) => {
        const leave = (): void => {
          const at = this.queue.findIndex((waiting) => waiting.job === job);
          if (at >= 0) this.queue.splice(at, 1);
          resolve(false);
        };
        signal.addEventListener("abort", leave, { once: true });
        this.queue.push({
          job,
          signal,
          start: () => {
            signal.removeEventListener("abort", leave);
            resolve(true);
          },
          fail: reject,
        });
      });
      if (!turn) return null;
    } else {
      this.active += 1;
    }
    try {
      const session = await this.take(job);
      await session.ready;
      return session;
    } catch (error) {
      this.active -= 1;
      this.next();
      throw error;
    }
  }

  private next(): void {
    if (this.active >= this.options.lanes) return;
    const waiting = this.queue.shift();
    if (!waiting) return;
    // The lane passes from hand to hand: nobody can slip in between.
    this.active += 1;
    waiting.start();
    this.queue.forEach((later, position) => {
      later.job.plan.steps.forEach((_step, index) => later.job.hooks.queued(index, "run_queued", position + 1, { what: "busy" }));
    });
  }

  /** The idle worker of this lab that holds most of the plan's inputs, else a blank one, else a new one. */
  private async take(job: PlanJob): Promise<WorkerSession> {
    const wanted = job.plan.steps.flatMap((step) =>
      Object.values(step.inputs).flatMap((input) => ("digest" in input ? [input.digest] : [])),
    );
    let best: WorkerSession | null = null;
    let bestHeld = -1;
    if (!this.needsFresh(job.plan)) {
      for (const session of this.idle) {
        if (session.dead || session.lab !== job.lab) continue;
        const held = wanted.filter((digest) => session.resident.has(digest)).length;
        if (held > bestHeld) {
          best = session;
          bestHeld = held;
        }
      }
    }
    best ??= [...this.idle].find((session) => session.lab === null && !session.dead) ?? null;
    if (best) {
      this.idle.delete(best);
      return best;
    }
    // Room for the new one: the longest unused worker of another lab gives way.
    if (this.all.size > this.options.lanes) {
      const oldest = [...this.idle].filter((session) => !session.isHolding).sort((a, b) => a.lastUsed - b.lastUsed)[0];
      if (oldest) this.end(oldest);
    }
    return this.launch();
  }

  private async launch(): Promise<WorkerSession> {
    const bundle = await workerBundle(this.options.workerEntry);
    if (this.closed) throw new WorkerLost("the kernel is stopping");
    const session = new WorkerSession(
      this.options.launcher,
      {
        bundle,
        walls: this.options.walls,
        memoryBytes: this.options.memoryBytes,
        tmpBytes: this.options.tmpBytes ?? shareMemory(this.options.memoryBytes).tmpBytes,
        ...(this.options.groups === undefined ? {} : { groups: this.options.groups }),
      },
      this.pending,
      (kind) => runMinutesOf(kind, this.options.runMinutes),
    );
    session.lastUsed = Date.now();
    this.all.add(session);
    void session.exited.then(() => {
      this.all.delete(session);
      this.idle.delete(session);
    });
    return session;
  }

  private async refill(): Promise<void> {
    if (this.closed || this.starting || this.options.spare === false) return;
    if ([...this.idle].some((session) => session.lab === null)) return;
    this.starting = true;
    try {
      const session = await this.launch();
      await session.ready;
      if (!session.dead) this.idle.add(session);
    } catch {
      // The next plan launches its own and says why that fails.
    } finally {
      this.starting = false;
    }
  }

  private end(session: WorkerSession): void {
    this.idle.delete(session);
    session.kill();
  }

  private sweep(): void {
    const before = Date.now() - (this.options.idleMs ?? 300_000);
    for (const session of this.idle)
      if (session.lab !== null && session.lastUsed < before && !session.isHolding) this.end(session);
  }
}
