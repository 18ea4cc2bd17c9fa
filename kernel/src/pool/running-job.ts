// One plan in one worker: what was reported, in order; what the worker may ask, and nothing else; what it made and has not
// handed over. Created by worker-session.ts.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { CellId, Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { ArtifactStore } from "../artifact-store.ts";
import type { WorkerExit } from "../launch/launcher.ts";
import type { ToWorker } from "../worker/protocol.ts";
import type { PendingArtifacts } from "./pending-artifacts.ts";
import { words as generalWords } from "@genomecraft/cells/messages/general/words.ts";

/** A plan with all that it may touch. */
export interface PlanJob {
  readonly plan: Plan;
  /** Workers serve one lab: nothing of another lab's data is in their memory. */
  readonly lab: string;
  readonly hooks: PlanHooks;
  /** Files that the plan's specs name, by digest. */
  readonly files: ReadonlyMap<string, ByteSource>;
  readonly artifacts: ArtifactStore;
  /** The worker takes the next plan; what this one made is still being handed over and stored. */
  readonly onFree?: () => void;
}

/** The plan could not be finished for a reason that is not the cell's. */
export class WorkerLost extends Error {
  override readonly name = "WorkerLost";
}

/** Characters of log that are taken from a plan: what a worker of ours sends at most, with its mark at the end. */
const logLimit = (1 << 20) + 100;
/** Reports that may wait to be passed on: beyond it progress and log are dropped, which a worker of ours never reaches. */
const waitingLimit = 10_000;

interface JobParts {
  readonly memoryBytes: number;
  readonly pending: PendingArtifacts;
  send(message: ToWorker): void;
  /** A step that was not begun before began. */
  onStarted(step: number): void;
  /** The plan ended in the worker. */
  onWorkerDone(): void;
}

/** An artifact that was reported and has not arrived. */
interface Expected {
  readonly cell: CellId;
  /** How often it was reported. */
  times: number;
  /** The worker was told to send it. */
  asked: boolean;
}

export class RunningJob {
  readonly finished: Promise<void>;
  readonly job: PlanJob;
  /** Index of the step that executes now. */
  step: number | null = null;
  began = false;
  sent = false;
  workerDone = false;
  private readonly allowed = new Set<string>();
  private readonly expected = new Map<Digest, Expected>();
  /** Asked for by another plan while this one still ran. */
  private readonly wantedEarly = new Set<Digest>();
  private resolve: () => void = () => {};
  private reject: (error: Error) => void = () => {};
  private readonly failed: Promise<never>;
  private allArrived: () => void = () => {};
  /** Hooks and writes in order: the next report waits for the one before. */
  private tail: Promise<void> = Promise.resolve();
  private stepKey: ResultKey | null = null;
  private lastStarted = -1;
  /** The step that took too long: what the worker says of it does not count any more. */
  private overran: number | null = null;
  private waiting = 0;
  private logged = 0;
  private readonly parts: JobParts;

  constructor(job: PlanJob, parts: JobParts) {
    this.job = job;
    this.parts = parts;
    for (const step of job.plan.steps) {
      for (const input of Object.values(step.inputs)) if ("digest" in input) this.allowed.add(input.digest);
    }
    this.failed = new Promise((_resolve, reject) => {
      this.reject = reject;
    });
    this.failed.catch(() => {});
    this.finished = Promise.race([
      this.failed,
      new Promise<void>((resolve) => {
        this.resolve = resolve;
      }),
    ]);
    this.finished.catch(() => {});
  }

  private inOrder(work: () => void | Promise<void>): void {
    this.waiting += 1;
    this.tail = this.tail
      .then(work)
      .catch((error: unknown) => {
        this.reject(error instanceof Error ? error : new Error(String(error)));
      })
      .then(() => {
        this.waiting -= 1;
      });
  }
  settled(): Promise<void> {
    return Promise.race([this.failed, this.tail]);
  }

  ifCurrent(step: number, say: () => void): void {
    if (step === this.step && this.waiting < waitingLimit) this.inOrder(say);
  }
  log(step: number, text: string): void {
    const kept = text.slice(0, logLimit - this.logged);
    if (kept === "") return;
    this.logged += kept.length;
    this.ifCurrent(step, () => this.job.hooks.log(step, kept));
  }
  started(step: number, key: ResultKey): void {
    if (!this.job.plan.steps[step]) return;
    this.began = true;
    this.step = step;
    this.stepKey = key;
    if (step > this.lastStarted) {
      this.lastStarted = step;
      this.parts.onStarted(step);
    }
    this.inOrder(() => this.job.hooks.started(step, key));
  }
  ended(step: number, outcome: StepOutcome): void {
    const planned = this.job.plan.steps[step];
    if (!planned) return;
    if (this.step === step) this.step = null;
    if (this.overran === step) return;
    if (outcome.ok) {
      for (const { digest } of Object.values(outcome.outputs)) {
        this.allowed.add(digest);
        const expected = this.expected.get(digest);
        if (expected) expected.times += 1;
        else this.expected.set(digest, { cell: planned.cell, times: 1, asked: false });
        this.parts.pending.expect(this.job.lab, digest, () => {
          this.wantedEarly.add(digest);
          if (this.isHolding) this.handOver((each) => each === digest);
        });
      }
    }
    this.inOrder(() => this.job.hooks.ended(step, outcome));
  }

  // ---- what the plan made ---------------------------------------------------------------------------------------------

  expects(digest: Digest): boolean {
    return this.expected.has(digest);
  }
  isOf(digest: Digest, cells: ReadonlySet<CellId>): boolean {
    const cell = this.expected.get(digest)?.cell;
    return cell !== undefined && cells.has(cell);
  }
  /** The plan ended, and something of it is only in the worker. */
  get isHolding(): boolean {
    return this.workerDone && this.expected.size > 0;
  }

  /** It arrived, or (null) the worker has not got it. Only what a step of this plan has answered is stored. */
  arrived(digest: Digest, bytes: Uint8Array | null): void {
    this.forget(digest, () => (bytes ? this.job.artifacts.put(digest, bytes) : Promise.resolve()));
  }

  /** Tells the worker to send these now. */
  handOver(isWanted: (digest: Digest) => boolean): void {
    const keep: Digest[] = [];
    const drop: Digest[] = [];
    for (const [digest, expected] of this.expected) {
      if (expected.asked || !isWanted(digest)) continue;
      expected.asked = true;
      keep.push(digest);
      for (let more = 1; more < expected.times; more += 1) drop.push(digest);
    }
    if (keep.length > 0) this.parts.send({ type: "hand-over", keep, drop });
  }

  /** After the plan's end: has what is wanted sent and the rest dropped; resolves when all of it is here. */
  async handedOver(): Promise<void> {
    if (this.expected.size === 0) return;
    this.handOver((digest) => this.wantedEarly.has(digest));
    const open = [...this.expected].flatMap(([digest, { asked }]) => (asked ? [] : [digest]));
    const { wanted } = this.job.artifacts;
    const keep = new Set(wanted && open.length > 0 ? await Promise.race([wanted(open), this.failed]) : open);
    this.handOver((digest) => keep.has(digest));
    const drop: Digest[] = [];
    for (const [digest, { asked, times }] of [...this.expected]) {
      if (asked) continue;
      for (let each = 0; each < times; each += 1) drop.push(digest);
      this.forget(digest, () => Promise.resolve());
    }
    if (drop.length > 0) this.parts.send({ type: "hand-over", keep: [], drop });
    if (this.expected.size === 0) return;
    const arrived = new Promise<void>((resolve) => {
      this.allArrived = resolve;
    });
    await Promise.race([arrived, this.failed]);
  }

  private forget(digest: Digest, store: () => Promise<void>): void {
    if (!this.expected.delete(digest)) return;
    this.inOrder(async () => {
      try {
        await store();
      } finally {
        this.parts.pending.settle(this.job.lab, digest);
      }
    });
    if (this.expected.size === 0) this.allArrived();
  }

  /** The end of all: what was reported and did not arrive will not come any more. */
  letGo(): void {
    const drop = [...this.expected].flatMap(([digest, { asked, times }]) =>
      asked ? [] : Array.from({ length: times }, () => digest),
    );
    if (drop.length > 0 && this.workerDone) this.parts.send({ type: "hand-over", keep: [], drop });
    for (const digest of this.expected.keys()) this.parts.pending.settle(this.job.lab, digest);
    this.expected.clear();
  }

  // ---- the end of the plan --------------------------------------------------------------------------------------------

  done(held: readonly Digest[]): void {
    this.workerDone = true;
    // The others came, or belong to results that were there already.
    const here = new Set(held);
    for (const digest of [...this.expected.keys()]) if (!here.has(digest)) this.forget(digest, () => Promise.resolve());
    this.parts.onWorkerDone();
    void this.tail.then(() => this.resolve());
  }
  broken(detail: string): void {
    this.reject(new WorkerLost(detail));
  }
  /** The step at work is over by its time; what ended before it stands. False: none is at work. */
  tookTooLong(minutes: number): boolean {
    const { step, stepKey: key } = this;
    if (step === null || key === null) return false;
    this.overran = step;
    const failure = generalWords.failure("took-longer", { minutes });
    this.inOrder(() => this.job.hooks.ended(step, { ok: false, key, ms: minutes * 60_000, failure }));
    return true;
  }
  lost(exit: WorkerExit): void {
    const { step, stepKey: key } = this;
    // No step is at work, and what it had still to hand over does not come any more.
    if (this.workerDone) return this.reject(new WorkerLost(exit.why === "crashed" ? exit.detail : exit.why));
    if (this.overran !== null) {
      void this.tail.then(() => this.resolve());
      return;
    }
    if (exit.why === "memory" && step !== null && key !== null) {
      const limit = `${Math.round(this.parts.memoryBytes / 2 ** 20)} MB`;
      this.inOrder(() =>
        this.job.hooks.ended(step, { ok: false, key, ms: 0, failure: generalWords.failure("out-of-memory", { limit }) }),
      );
      void this.tail.then(() => this.resolve());
      return;
    }
    this.reject(new WorkerLost(exit.why === "crashed" ? exit.detail : exit.why));
  }

  async artifact(digest: Digest): Promise<Uint8Array | null> {
    if (!this.allowed.has(digest)) return null;
    if (!this.expected.has(digest as Digest)) await this.parts.pending.wait(this.job.lab, digest);
    return this.job.artifacts.get(digest).catch(() => null);
  }
  async fileRange(digest: string, start: number, end: number): Promise<Uint8Array | null> {
    const file = this.job.files.get(digest);
    if (!file || end < start || end > file.size || end - start > 8 << 20) return null;
    return file.read(start, end).catch(() => null);
  }
  async lookup(step: number, key: ResultKey): Promise<StepOutcome | null> {
    const hit = await this.job.hooks.lookup(step, key);
    if (hit?.ok) for (const output of Object.values(hit.outputs)) this.allowed.add(output.digest);
    return hit;
  }
}
