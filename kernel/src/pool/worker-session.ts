// One worker process as the pool uses it: runs a plan at a time, answers what the plan may ask and nothing else, and is
// killed when an abort is not heeded. Created by worker-pool.ts.

import type { LaunchedWorker, LaunchOptions, Launcher, WorkerExit } from "../launch/launcher.ts";
import type { FromWorker } from "../worker/protocol.ts";
import type { PendingArtifacts } from "./pending-artifacts.ts";
import { type PlanJob, RunningJob } from "./running-job.ts";

/** How long a step may go on after an abort. */
const graceMs = 300;
/** How long results that were already reported may take to be handed over after an abort. */
const flushMs = 30_000;
/** How long a worker may take to say that it is ready. */
const startMs = 30_000;

export class WorkerSession {
  /** The lab that it serves; null while nobody's data has been in it. */
  lab: string | null = null;
  plans = 0;
  lastUsed = 0;
  resident: ReadonlySet<string> = new Set();
  readonly ready: Promise<void>;
  readonly exited: Promise<WorkerExit>;
  dead = false;
  private readonly worker: LaunchedWorker;
  private current: RunningJob | null = null;
  /** Plans that ended, of which something is still to be handed over. */
  private readonly holding = new Set<RunningJob>();
  private sayReady: () => void = () => {};
  private readonly memoryBytes: number;
  private readonly minutesOf: (kind: string) => number;
  private readonly pending: PendingArtifacts;

  /** `minutesOf`: how long a step of that kind may take. */
  constructor(
    launcher: Launcher,
    options: Omit<LaunchOptions, "onMessage">,
    pending: PendingArtifacts,
    minutesOf: (kind: string) => number,
  ) {
    this.memoryBytes = options.memoryBytes;
    this.minutesOf = minutesOf;
    this.pending = pending;
    this.ready = new Promise((resolve) => {
      this.sayReady = resolve;
    });
    const starting = setTimeout(() => this.kill(), startMs);
    void this.ready.then(() => clearTimeout(starting));
    this.worker = launcher.launch({ ...options, onMessage: (message, parts) => this.hear(message, parts) });
    this.exited = this.worker.exited;
    void this.exited.then((exit) => {
      this.dead = true;
      this.sayReady();
      this.current?.lost(exit);
      for (const held of this.holding) held.lost(exit);
    });
  }

  kill(): void {
    this.worker.kill();
  }

  /** Something that it made is only in its memory. */
  get isHolding(): boolean {
    return this.holding.size > 0;
  }

  /**
   * Resolves when the plan ended and those of its artifacts that somebody wants are stored; rejects with WorkerLost.
   * `onFree`: the worker may take the next plan already. `mayHold`: it lives on, so that what it made may wait in its memory.
   * After it the worker is idle or dead.
   */
  async run(job: PlanJob, signal: AbortSignal, mayHold: boolean, onFree: () => void): Promise<void> {
    this.lab = job.lab;
    this.plans += 1;
    const cells = new Set(job.plan.steps.map((step) => step.cell));
    // Whoever wants to see the artifacts that are held would wait for the end of this plan, so they are handed over first;
    // those of the same cells are about to be made anew.
    for (const other of this.holding) other.handOver((digest) => !other.isOf(digest, cells));
    const running = new RunningJob(job, {
      memoryBytes: this.memoryBytes,
      pending: this.pending,
      send: (message) => this.worker.send(message),
      onStarted: (step) => watch(step),
      onWorkerDone: () => {
        clearTimeout(killer);
        clearTimeout(clock);
        signal.removeEventListener("abort", abort);
        this.current = null;
        if (running.isHolding) this.holding.add(running);
        onFree();
      },
    });
    this.current = running;
    let killer: ReturnType<typeof setTimeout> | undefined;
    let clock: ReturnType<typeof setTimeout> | undefined;
    let isAborted = false;
    const abort = (): void => {
      if (isAborted) return;
      isAborted = true;
      clearTimeout(clock);
      this.worker.send({ type: "abort" });
      killer = setTimeout(() => {
        if (running.step !== null || !running.began) this.worker.kill();
        else killer = setTimeout(() => this.worker.kill(), flushMs);
      }, graceMs);
    };
    /** Each step has its time; a worker that begins none has that of the first. */
    const watch = (step: number): void => {
      clearTimeout(clock);
      if (isAborted) return;
      const minutes = this.minutesOf(job.plan.steps[step]?.kind ?? "");
      clock = setTimeout(() => {
        if (running.tookTooLong(minutes)) abort();
        else this.worker.kill();
      }, minutes * 60_000);
    };
    try {
      if (this.dead) running.lost(await this.exited);
      if (signal.aborted) return;
      signal.addEventListener("abort", abort, { once: true });
      const files = Object.fromEntries([...job.files].map(([digest, source]) => [digest, source.size]));
      running.sent = true;
      watch(0);
      this.worker.send({ type: "plan", plan: job.plan, files, hold: mayHold && job.artifacts.wanted !== undefined });
      await running.finished;
      // A worker that ran out of memory has nothing to hand over any more.
      if (running.workerDone) await running.handedOver();
      await running.settled();
    } catch (error) {
      // A worker that had to be killed for an abort has ended the plan as was asked.
      if (signal.aborted && !running.workerDone) await this.exited;
      else throw error;
    } finally {
      // A report that could not be made ends the plan here, while the worker goes on with it.
      if (running.sent && !running.workerDone && !this.dead) {
        this.worker.kill();
        await this.exited;
      }
      clearTimeout(killer);
      clearTimeout(clock);
      signal.removeEventListener("abort", abort);
      if (this.current === running) this.current = null;
      this.holding.delete(running);
      running.letGo();
    }
  }

  private hear(message: FromWorker, parts: readonly Uint8Array[]): void {
    if (message.type === "ready") return this.sayReady();
    if (message.type === "artifact") {
      const of = [...this.holding, this.current].find((job) => job?.expects(message.digest));
      return of?.arrived(message.digest, parts[0] ?? null);
    }
    const running = this.current;
    if (!running) return;
    switch (message.type) {
      case "started":
        return running.started(message.step, message.key);
      case "progress":
        return running.ifCurrent(message.step, () => running.job.hooks.progress(message.step, message.fraction, message.note));
      case "log":
        return running.log(message.step, message.text);
      case "ended":
        return running.ended(message.step, message.outcome);
      case "done":
        this.resident = new Set(message.resident);
        return running.done(message.held);
      case "broken":
        this.worker.kill();
        return running.broken(message.detail);
      case "want-artifact":
        void running.artifact(message.digest).then((bytes) => {
          this.worker.send({ type: "bytes", id: message.id, found: bytes !== null }, bytes ?? undefined);
        });
        return;
      case "want-file":
        void running.fileRange(message.digest, message.start, message.end).then((bytes) => {
          this.worker.send({ type: "bytes", id: message.id, found: bytes !== null }, bytes ?? undefined);
        });
        return;
      case "lookup":
        void running.lookup(message.step, message.key).then((hit) => {
          this.worker.send({ type: "looked-up", id: message.id, hit });
        });
        return;
    }
  }
}
