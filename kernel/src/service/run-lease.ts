// Runs one lease: the plan in a worker of this machine, its reports to the server as they come. The server is told that
// the run lives three times a second, which is also how a cancellation arrives.

import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import { stepKindOf } from "@genomecraft/cells/jobs.ts";
import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import type { PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import { filesOfPlan } from "@genomecraft/cells/runtime/files-of-plan.ts";
import type { WorkerPool } from "../pool/worker-pool.ts";
import { type KernelClient, type Lease, Refused } from "./kernel-client.ts";
import { StepReports } from "./step-reports.ts";

export interface LeaseEnd {
  readonly outcome: "done" | "lost" | "cancelled" | "taken";
  readonly detail: string;
}

const beatEveryMs = 300;
/** Some twenty seconds: a server that restarts, a database that is away for a moment. */
const attemptsOfAReport = 23;

/**
 * Ends when the server knows the outcome, or when it has given the lease to somebody else ("taken"). `onFree`: the lane is
 * free already, what the run made is on its way to the server.
 */
export async function runLease(
  client: KernelClient,
  pool: WorkerPool,
  lease: Lease,
  stop: AbortSignal,
  onFree: () => void,
): Promise<LeaseEnd> {
  const abort = new AbortController();
  let why: "cancelled" | "taken" | "stopping" | null = null;
  const end = (reason: NonNullable<typeof why>): void => {
    why ??= reason;
    abort.abort();
  };
  const onStop = (): void => end("stopping");
  stop.addEventListener("abort", onStop, { once: true });
  if (stop.aborted) onStop();

  const at = { step: 0, fraction: null as number | null, note: null as Sentence | null };
  let unsentLog = "";
  let lost: string | null = null;

  const heard = (error: unknown): void => {
    if (error instanceof Refused && error.isLeaseLost) end("taken");
  };
  let beating = false;
  const beat = async (): Promise<void> => {
    if (beating) return;
    beating = true;
    const log = unsentLog;
    unsentLog = "";
    try {
      const { cancel } = await client.beat(lease, { ...at, ...(log ? { log } : {}) });
      if (cancel) end("cancelled");
    } catch (error) {
      unsentLog = log + unsentLog;
      heard(error);
    } finally {
      beating = false;
    }
  };
  const beats = setInterval(() => void beat(), beatEveryMs);

  const reports = new StepReports(
    async (steps) => {
      if (unsentLog) await beat();
      await report(() => client.steps(lease, steps), heard, abort.signal);
    },
    (error) => {
      lost ??= error.message;
      abort.abort();
    },
  );
  const isInline = (step: number): boolean => stepKindOf(lease.plan.steps[step]?.kind ?? "")?.place === "inline";
  /** Travel inside the reports: the server needs no second copy. */
  const inline = new Set<Digest>();

  const hooks: PlanHooks = {
    queued: () => {},
    started: (step) => Object.assign(at, { step, fraction: null, note: null }),
    progress: (step, fraction, note) => {
      Object.assign(at, { step, fraction, note });
    },
    log: (_step, text) => {
      unsentLog += text;
    },
    ended: (step, outcome) => {
      if (outcome.ok)
        for (const output of Object.values(outcome.outputs)) if (output.inline !== undefined) inline.add(output.digest);
      reports.add(step, outcome, isInline(step) ? "later" : step === lease.plan.steps.length - 1 ? "now" : "soon");
    },
    // An answer that does not come is none: the step is run.
    lookup: (step, key) =>
      isInline(step)
        ? Promise.resolve(null)
        : client.lookup(lease, step, key).catch((error: unknown) => {
            heard(error);
            return null;
          }),
  };

  try {
    await pool.run(
      {
        plan: lease.plan,
        lab: lease.lab,
        hooks,
        onFree,
        files: filesOf(client, lease),
        artifacts: {
          get: (digest) => client.artifact(lease, digest),
          put: async (digest, bytes) => {
            await reports.known();
            if (!inline.has(digest)) await report(() => client.putArtifact(lease, digest, bytes), heard, abort.signal);
          },
          wanted: async (digests) => {
            await reports.known();
            const others = digests.filter((digest) => !inline.has(digest));
            return others.length === 0 ? [] : report(() => client.wanted(lease, others), heard, abort.signal);
          },
        },
      },
      abort.signal,
    );
    await reports.known();
  } catch (error) {
    lost ??= error instanceof Error ? error.message : String(error);
  } finally {
    clearInterval(beats);
    stop.removeEventListener("abort", onStop);
  }
  const reason = why as "cancelled" | "taken" | "stopping" | null;
  if (reason === "taken") return { outcome: "taken", detail: "" };
  if (unsentLog) await beat();
  const outcome = reason === "cancelled" ? "cancelled" : reason === "stopping" || lost !== null ? "lost" : "done";
  const detail = reason === "stopping" ? "the kernel was stopped" : (lost ?? "");
  try {
    // Not cut short by a stop: the server would wait for the lease to lapse.
    await report(
      () => client.done(lease, outcome, detail || undefined),
      () => {},
      new AbortController().signal,
    );
  } catch {
    return { outcome: "taken", detail };
  }
  return { outcome, detail };
}

/** A report that the server must get: tried again over a short absence of the server. */
async function report<T>(send: () => Promise<T>, heard: (error: unknown) => void, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      heard(error);
      if (error instanceof Refused && error.status < 500) throw error;
      if (attempt >= attemptsOfAReport || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 100 * 2 ** Math.min(attempt, 4))));
    }
  }
}

function filesOf(client: KernelClient, lease: Lease): ReadonlyMap<string, ByteSource> {
  const files = new Map<string, ByteSource>();
  for (const { digest, size: said } of filesOfPlan(lease.plan)) {
    const size = lease.files?.[digest]?.size ?? said;
    // What stands behind an input and was not granted is not there.
    if (size === null) continue;
    const read = (start: number, end: number): Promise<Uint8Array> =>
      start === end ? Promise.resolve(new Uint8Array(0)) : client.fileRange(lease, digest, start, end);
    files.set(digest, {
      size,
      read,
      stream: async function* () {
        for (let from = 0; from < size; from += 1 << 20) yield await read(from, Math.min(size, from + (1 << 20)));
      },
    });
  }
  return files;
}
